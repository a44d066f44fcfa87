package org.eventops.launcher.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eventops.domain.health.LogBook;

/** The log's files in a data folder. */
public final class LogFolder implements LogBook {
    private static final Pattern NAME = Pattern.compile("eventops(-[-.\\d]+)?\\.jsonl");
    private static final Pattern ERROR =
            Pattern.compile("^\\{\"timestamp\":(\\d{1,18}),\"level\":\"ERROR\"");

    private final Path folder;

    /**
     * @param dataFolder need not be there
     */
    public LogFolder(Path dataFolder) {
        this.folder = dataFolder.resolve(LogFile.FOLDER);
    }

    /** The files that were last written to, newest first. */
    public List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> NAME.matcher(each.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(LogFolder::written).reversed())
                    .toList();
        }
    }

    /** One that is rolled away meanwhile was not written to lately. */
    private static Instant written(Path file) {
        return Instant.ofEpochMilli(file.toFile().lastModified());
    }

    @Override
    public int errorsSince(Instant since) throws IOException {
        int errors = 0;
        for (Path file : newestFirst()) {
            if (!written(file).isBefore(since)) {
                errors += errors(file, since);
            }
        }
        return errors;
    }

    private static int errors(Path file, Instant since) throws IOException {
        int errors = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher error = ERROR.matcher(line);
                boolean late =
                        error.find() && Long.parseLong(error.group(1)) >= since.toEpochMilli();
                errors += late ? 1 : 0;
            }
        }
        return errors;
    }
}

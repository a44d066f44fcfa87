package org.eventops.persistence.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The journal's files in order; each is named by the number of its first mutation. */
final class Segments {
    private static final Pattern NAME = Pattern.compile("journal-(\\d{19})\\.log");

    private Segments() {}

    static Path file(Path folder, long firstNumber) {
        return folder.resolve("journal-%019d.log".formatted(firstNumber));
    }

    static long firstNumber(Path file) {
        var matcher = NAME.matcher(file.getFileName().toString());
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }

    static List<Path> all(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> firstNumber(f) >= 0).sorted().toList();
        }
    }

    /** The files that may hold a mutation after this number; always the last file too. */
    static List<Path> after(Path folder, long number) throws IOException {
        List<Path> all = all(folder);
        int from = Math.max(0, all.size() - 1);
        while (from > 0 && firstNumber(all.get(from)) > number + 1) {
            from--;
        }
        return all.subList(from, all.size());
    }
}

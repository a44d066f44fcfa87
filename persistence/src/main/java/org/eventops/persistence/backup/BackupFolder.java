package org.eventops.persistence.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.eventops.domain.backup.BackupFault;
import org.eventops.domain.backup.BackupFile;
import org.eventops.domain.backup.BackupKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The backups in one folder. */
public final class BackupFolder {
    private static final Logger LOG = LoggerFactory.getLogger(BackupFolder.class);
    private static final String SUFFIX = ".backup";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private BackupFolder() {}

    /** One that was read as far as its header. */
    public record Found(BackupFile backup, BackupHeader header) {}

    /** Named by when it was taken, and by some of its id, as two may be of one second. */
    public static Path file(Path folder, BackupKind kind, Instant at, UUID id) {
        return folder.resolve(
                "eventops-%s-%s-%s%s"
                        .formatted(
                                TIME.format(at),
                                kind.name().toLowerCase(Locale.ROOT),
                                id.toString().substring(0, 8),
                                SUFFIX));
    }

    /**
     * Newest first, by how far they reach; what cannot be read is passed over, and said in the log.
     */
    public static List<Found> in(Path folder) throws IOException {
        List<Found> found =
                looked(
                        folder,
                        (file, fault) ->
                                LOG.warn(
                                        "backup {} cannot be read: {}", file.getFileName(), fault));
        found.sort(
                Comparator.comparing((Found each) -> each.backup().facts().span().until())
                        .reversed());
        return found;
    }

    /** Those whose beginning is damaged, by name; what a newer program wrote is not. */
    public static List<Path> unreadable(Path folder) throws IOException {
        List<Path> unreadable = new ArrayList<>();
        List<Found> unused =
                looked(
                        folder,
                        (file, fault) -> {
                            if (!(fault instanceof BackupFault.Newer)) {
                                unreadable.add(file);
                            }
                        });
        unreadable.sort(Comparator.naturalOrder());
        return unreadable;
    }

    private static List<Found> looked(Path folder, BiConsumer<Path, BackupFault> otherwise)
            throws IOException {
        List<Found> found = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                found.add(look(file));
            } catch (FaultyBackup e) {
                otherwise.accept(file, e.fault());
            }
        }
        return found;
    }

    /**
     * @throws FaultyBackup if it is none, or its beginning is damaged
     */
    public static Found look(Path file) throws IOException {
        BackupHeader header = BackupInput.header(file);
        return new Found(new BackupFile(file, Files.size(file), header.facts()), header);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(each -> each.toString().endsWith(SUFFIX))
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }
}

package org.eventops.persistence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.eventops.domain.change.Progress;
import org.eventops.domain.unlock.OpeningInput;
import org.eventops.persistence.journal.Journal;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Copies of the database file from which a rebuild starts, so that it need not replay the journal
 * from its first day. Named by the last mutation they hold; two are kept.
 */
final class Snapshots {
    private static final int KEPT = 2;
    private static final long JOURNAL_LIMIT = 32L << 20;

    private final StoreLocation location;

    Snapshots(StoreLocation location) {
        this.location = location;
    }

    /** Takes one if enough has been written since the last. */
    void takeIfDue(JdbcDataSource database) throws IOException, SQLException {
        List<Path> taken = newestFirst();
        long since = taken.isEmpty() ? 0 : number(taken.getFirst());
        // The journal is measured by whole files, which also hold what the snapshot has.
        if (since < Database.lastMutation(database)
                && Journal.bytesAfter(location.journal(), since) >= JOURNAL_LIMIT) {
            take(database);
        }
    }

    void take(JdbcDataSource database) throws IOException, SQLException {
        Files.createDirectories(location.snapshots());
        Path file = file(location, Database.lastMutation(database));
        Path writing = file.resolveSibling("snapshot.writing");
        try {
            Database.copy(database, location.atRest().sealing(Files.newOutputStream(writing)));
            Files.move(writing, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(writing);
        }
        List<Path> taken = newestFirst();
        for (Path old : taken.subList(Math.min(KEPT, taken.size()), taken.size())) {
            Files.delete(old);
        }
    }

    static Path file(StoreLocation location, long number) {
        return location.snapshots().resolve("snapshot-%019d.zip".formatted(number));
    }

    /**
     * Puts the snapshot in the place of the database file.
     *
     * @param progress is asked often whether to go on
     * @throws ZipException if it is damaged
     * @throws java.util.concurrent.CancellationException if progress says no
     */
    void restore(Path snapshot, Progress progress) throws IOException {
        Path writing = location.folder().resolve("store.restoring");
        try (InputStream file = Files.newInputStream(snapshot);
                ZipInputStream zip = new ZipInputStream(location.atRest().opening(file))) {
            if (zip.getNextEntry() == null) {
                throw new ZipException("nothing in it");
            }
            location.atRest().seal(zip, writing, progress);
        } catch (EOFException | OpeningInput.Broken e) {
            throw (ZipException) new ZipException("cut short").initCause(e);
        }
        Files.move(writing, location.databaseFile(), StandardCopyOption.ATOMIC_MOVE);
    }

    List<Path> newestFirst() throws IOException {
        if (!Files.isDirectory(location.snapshots())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(location.snapshots())) {
            return files.filter(file -> number(file) >= 0)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private static long number(Path file) {
        String name = file.getFileName().toString();
        return name.matches("snapshot-\\d{19}\\.zip") ? Long.parseLong(name.substring(9, 28)) : -1;
    }
}

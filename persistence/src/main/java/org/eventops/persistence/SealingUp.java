package org.eventops.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.change.StoreException.Problem;
import org.eventops.persistence.atrest.FrameSeal;
import org.eventops.persistence.journal.Place;
import org.eventops.persistence.journal.Resealing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a store that was written before stores had keys under its key: first a copy of everything,
 * and when that is whole, the copy in the place of what was. Whoever pulls the plug loses nothing.
 */
final class SealingUp {
    private static final Logger LOG = LoggerFactory.getLogger(SealingUp.class);
    private static final String COPY = "plain";
    private static final String DAMAGED = "damaged";

    private final StoreLocation location;
    private final KeyCheck check;
    private final Path work;
    private final Path whole;

    SealingUp(StoreLocation location, KeyCheck check) {
        this.location = location;
        this.check = check;
        this.work = location.folder().resolve("sealing");
        this.whole = work.resolve("whole");
    }

    /**
     * @throws org.eventops.domain.change.StoreException if the store lies under another key
     */
    void ifNeeded() throws IOException, SQLException {
        if (KeyCheck.isThere(location.folder())) {
            check.confirm();
            delete(work);
            return;
        }
        boolean begun = Files.exists(whole);
        if (!begun && isUnder()) {
            LOG.warn("{} was lost; the key opens the store, so it is made anew", KeyCheck.FILE);
        } else if (Files.exists(location.databaseFile()) || Files.isDirectory(location.journal())) {
            LOG.info("the store is brought under its key");
            if (!begun) {
                delete(work);
                copied();
            }
            swap();
        }
        check.write();
        delete(work);
    }

    /** Database or journal: one that opens proves it. */
    private boolean isUnder() throws IOException {
        Path database = location.databaseFile();
        return Resealing.isUnder(location.journal(), location.atRest().frames())
                || (Files.exists(database) && location.atRest().opens(database));
    }

    private void copied() throws IOException, SQLException {
        try {
            copy();
        } catch (Resealing.NotUnder e) {
            throw new StoreException(Problem.CORRUPT, KeyCheck.FILE, e);
        }
    }

    /** All of it, beside what there is; nothing of that changes. */
    void copy() throws IOException, SQLException {
        Files.createDirectories(work);
        Map<Place, Place> moved =
                Resealing.copy(
                        location.journal(),
                        FrameSeal.NONE,
                        work.resolve("journal"),
                        location.atRest().frames());
        String state = "";
        if (Files.exists(location.databaseFile())) {
            Path plain = work.resolve(COPY + ".mv.db");
            Files.copy(location.databaseFile(), plain);
            if (repointed(moved)) {
                try (InputStream content = Files.newInputStream(plain)) {
                    location.atRest().seal(content, work.resolve("store.mv.db"), Progress.NONE);
                }
            } else if (moved.isEmpty()) {
                // Neither can be read: it may lie under a key that is not here.
                throw new StoreException(Problem.CORRUPT, KeyCheck.FILE);
            } else {
                state = DAMAGED;
            }
            Files.delete(plain);
        }
        Files.writeString(whole, state);
    }

    /**
     * The database knows where in the journal each mutation that waits for the hub begins.
     *
     * @return false if it is damaged, and will be built anew from the journal
     */
    private boolean repointed(Map<Place, Place> moved) throws SQLException {
        String url =
                "jdbc:h2:file:%s;FILE_LOCK=NO;MAX_COMPACT_TIME=0"
                        .formatted(work.resolve(COPY).toAbsolutePath());
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            if (knowsPlaces(connection)) {
                repoint(connection, moved);
            }
            return true;
        } catch (SQLException e) {
            if (StoreProblems.isCorrupt(e)) {
                LOG.warn("the database file is damaged and is built anew", e);
                return false;
            }
            throw e;
        }
    }

    private static boolean knowsPlaces(Connection connection) throws SQLException {
        try (ResultSet columns =
                connection.getMetaData().getColumns(null, null, "OUTBOX", "PLACE")) {
            return columns.next();
        }
    }

    private static void repoint(Connection connection, Map<Place, Place> moved)
            throws SQLException {
        try (PreparedStatement read =
                        connection.prepareStatement(
                                "SELECT number, segment, place FROM outbox"
                                        + " WHERE segment IS NOT NULL");
                PreparedStatement write =
                        connection.prepareStatement(
                                "UPDATE outbox SET place = ? WHERE number = ?");
                ResultSet rows = read.executeQuery()) {
            while (rows.next()) {
                Place now = moved.get(new Place(rows.getLong(2), rows.getLong(3)));
                if (now != null) {
                    write.setLong(1, now.offset());
                    write.setLong(2, rows.getLong(1));
                    write.addBatch();
                }
            }
            write.executeBatch();
        }
    }

    /** Each step may have been done before. Copies of earlier states would still be readable. */
    private void swap() throws IOException {
        Path database = work.resolve("store.mv.db");
        if (Files.exists(database)) {
            Files.move(database, location.databaseFile(), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.readString(whole).equals(DAMAGED)) {
            Files.deleteIfExists(location.databaseFile());
        }
        Files.createDirectories(work.resolve("journal"));
        for (Path segment : in(work.resolve("journal"))) {
            Files.move(
                    segment,
                    location.journal().resolve(segment.getFileName()),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        delete(location.snapshots());
        delete(location.tallies());
        for (Path each : in(location.journal())) {
            if (each.toString().endsWith(".torn")) {
                Files.delete(each);
            }
        }
    }

    private static List<Path> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}

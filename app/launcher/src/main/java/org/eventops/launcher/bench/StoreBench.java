package org.eventops.launcher.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.persistence.atrest.AtRest;
import org.eventops.persistence.atrest.FrameSeal;
import org.eventops.persistence.journal.Journal;
import org.eventops.persistence.journal.Mutation;

/** What it costs that everything lies under a key: the same work on plain files and on sealed. */
public final class StoreBench {
    private static final int CHANGE = 400;
    private static final int OPENINGS = 10;
    private static final String SETTINGS =
            ";DB_CLOSE_DELAY=0;FILE_LOCK=NO;MAX_COMPACT_TIME=0;CACHE_SIZE=8192";

    private final int rows;
    private final int measured;

    public StoreBench(int rows, int measured) {
        this.rows = rows;
        this.measured = measured;
    }

    /** One way for files to lie on the disk. */
    private record Way(String name, String scheme, FrameSeal frames) {}

    public void run(Path beside, Consumer<Figure> each) {
        AtRest atRest = new AtRest(StoreKey.random(new SecureRandom()));
        try (Scratch scratch = Scratch.beside(beside)) {
            Way plain = new Way("plain", "file", FrameSeal.NONE);
            Way keyed = new Way("sealed", atRest.scheme(), atRest.frames());
            prepare(scratch.folder(), plain);
            prepare(scratch.folder(), keyed);
            compare("store-open", each, () -> opened(scratch, plain), () -> opened(scratch, keyed));
            compare("store-read", each, () -> read(scratch, plain), () -> read(scratch, keyed));
            compare("store-scan", each, () -> scan(scratch, plain), () -> scan(scratch, keyed));
            compare("store-write", each, () -> write(scratch, plain), () -> write(scratch, keyed));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work {
        double[] millis() throws SQLException, IOException;
    }

    /** Twice in turn, and the second time counts: the first warms the program up. */
    private static void compare(String name, Consumer<Figure> each, Work plain, Work keyed)
            throws SQLException, IOException {
        plain.millis();
        keyed.millis();
        Figure bare = Figure.of(name + "-plain", new Samples(plain.millis()), "ms");
        Figure under = Figure.of(name + "-sealed", new Samples(keyed.millis()), "ms");
        each.accept(bare);
        double ratio = bare.p50() == 0 ? 0 : under.p50() / bare.p50();
        each.accept(under.with("ratio_p50_to_plain", Math.round(ratio * 100) / 100.0));
    }

    private static Connection open(Path folder, Way way) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:%s:%s%s".formatted(way.scheme(), folder.resolve(way.name()), SETTINGS),
                "sa",
                "");
    }

    private void prepare(Path folder, Way way) throws SQLException {
        try (Connection connection = open(folder, way);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE attendee (id INT PRIMARY KEY, name VARCHAR, email VARCHAR,"
                            + " code VARCHAR, note VARCHAR)");
            statement.execute("CREATE INDEX by_code ON attendee (code)");
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO attendee VALUES (?, ?, ?, ?, ?)")) {
                connection.setAutoCommit(false);
                for (int i = 0; i < rows; i++) {
                    insert.setInt(1, i);
                    insert.setString(2, "Attendee " + i);
                    insert.setString(3, "attendee" + i + "@example.com");
                    insert.setString(4, UUID.nameUUIDFromBytes(code(i)).toString());
                    insert.setString(5, "x".repeat(40));
                    insert.addBatch();
                    if (i % 1_000 == 999) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
                insert.executeBatch();
                connection.commit();
            }
        }
    }

    private static byte[] code(int i) {
        return new byte[] {(byte) (i >> 24), (byte) (i >> 16), (byte) (i >> 8), (byte) i};
    }

    private double[] opened(Scratch scratch, Way way) throws SQLException {
        double[] all = new double[OPENINGS];
        for (int i = 0; i < OPENINGS; i++) {
            long begun = System.nanoTime();
            try (Connection connection = open(scratch.folder(), way)) {
                find(connection, i);
                all[i] = since(begun);
            }
        }
        return all;
    }

    private double[] read(Scratch scratch, Way way) throws SQLException {
        double[] all = new double[measured];
        Random random = new Random(3);
        try (Connection connection = open(scratch.folder(), way)) {
            for (int i = 0; i < measured; i++) {
                int row = random.nextInt(rows);
                long begun = System.nanoTime();
                find(connection, row);
                all[i] = since(begun);
            }
        }
        return all;
    }

    private static void find(Connection connection, int row) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT name FROM attendee WHERE code = ?")) {
            query.setString(1, UUID.nameUUIDFromBytes(code(row)).toString());
            try (ResultSet found = query.executeQuery()) {
                if (!found.next()) {
                    throw new IllegalStateException("row " + row + " is not there");
                }
            }
        }
    }

    /** All rows of a file that was not read before, as a search does that begins. */
    private double[] scan(Scratch scratch, Way way) throws SQLException {
        double[] all = new double[OPENINGS];
        for (int i = 0; i < OPENINGS; i++) {
            try (Connection connection = open(scratch.folder(), way);
                    Statement statement = connection.createStatement()) {
                long begun = System.nanoTime();
                try (ResultSet found =
                        statement.executeQuery("SELECT SUM(LENGTH(note)) FROM attendee")) {
                    found.next();
                }
                all[i] = since(begun);
            }
        }
        return all;
    }

    /** A transaction as the door makes them: durable in the journal, then in the database. */
    private double[] write(Scratch scratch, Way way) throws SQLException, IOException {
        double[] all = new double[measured];
        Path folder = scratch.folder().resolve("journal-" + way.name() + System.nanoTime());
        try (Connection connection = open(scratch.folder(), way);
                Journal journal = Journal.open(folder, way.frames());
                PreparedStatement update =
                        connection.prepareStatement("UPDATE attendee SET note = ? WHERE id = ?")) {
            connection.setAutoCommit(false);
            for (int i = 0; i < measured; i++) {
                long begun = System.nanoTime();
                update.setString(1, "entered at " + i);
                update.setInt(2, i % rows);
                update.executeUpdate();
                Mutation mutation =
                        new Mutation(
                                i + 1L,
                                new UUID(7, i),
                                Instant.EPOCH,
                                Mutation.Origin.HERE,
                                List.of());
                journal.prepare(mutation, List.of(new byte[CHANGE]).iterator());
                connection.commit();
                journal.commit(i + 1L);
                all[i] = since(begun);
            }
        }
        return all;
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }
}

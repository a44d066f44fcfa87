package org.eventops.persistence;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipOutputStream;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.message.DbException;

/** The H2 file: how it is opened and closed. It is a cache that the journal can rebuild. */
final class Database {
    /**
     * H2 writes behind (the journal is what is durable), and never compacts by itself: a file that
     * is being rewritten is the one that a pulled battery destroys.
     */
    private static final String SETTINGS =
            ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;FILE_LOCK=NO;MAX_COMPACT_TIME=0"
                    + ";CACHE_SIZE=32768;QUERY_CACHE_SIZE=64"
                    // What does not fit would go to a file of the system's, for all to read (and so
                    // no result is held for the next time); the database's own notes of failures
                    // hold what stood in the rows.
                    + ";MAX_MEMORY_ROWS=2147483647;OPTIMIZE_REUSE_RESULTS=0;TRACE_LEVEL_FILE=0";

    private Database() {}

    static JdbcDataSource at(StoreLocation location) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(
                "jdbc:h2:%s:%s%s"
                        .formatted(
                                location.atRest().scheme(),
                                location.database().toAbsolutePath(),
                                SETTINGS));
        source.setUser("sa");
        source.setPassword("");
        return source;
    }

    /**
     * From now until it is closed it keeps little in memory: what is read once, from end to end,
     * would only push out what others in this process keep.
     */
    static void keepLittle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET CACHE_SIZE 512");
        }
    }

    /** The last mutation that the database holds, 0 for none. */
    static long lastMutation(JdbcDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT GREATEST(COALESCE((SELECT MAX(number) FROM outbox), 0),"
                                        + " COALESCE((SELECT number FROM journal_mark), 0))");
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    /** The latest hybrid time that it has seen, the epoch for none. */
    static Instant lastTime(JdbcDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT at FROM (SELECT at FROM outbox ORDER BY number DESC LIMIT 1)"
                                        + " UNION ALL SELECT at FROM journal_mark"
                                        + " ORDER BY at DESC LIMIT 1");
                ResultSet rows = query.executeQuery()) {
            return rows.next()
                    ? rows.getObject(1, OffsetDateTime.class).toInstant()
                    : Instant.EPOCH;
        }
    }

    /** Waits until everything committed so far is on the disk. */
    static void sync(JdbcDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    /**
     * What {@code BACKUP TO} does, but compressed as fast as can be: a file that is mostly free
     * space becomes hardly smaller by taking longer. Writers go on meanwhile.
     *
     * @throws SQLException also when the file cannot be read
     */
    static void copy(JdbcDataSource database, OutputStream to) throws IOException, SQLException {
        try (Connection connection = database.getConnection();
                ZipOutputStream zip = new ZipOutputStream(to)) {
            zip.setLevel(Deflater.BEST_SPEED);
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            var running = session.getDatabase();
            running.getStore().flush();
            running.flush();
            synchronized (running.getLobSyncObject()) {
                running.getStore().getMvStore().getFileStore().backup(zip);
            }
        } catch (RuntimeException e) {
            // Asked for in SQL, H2 would have told it so.
            throw DbException.toSQLException(e);
        }
    }

    /** Lets go of a file that is damaged and will be built anew, writing nothing more to it. */
    static void abandon(JdbcDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
    }

    static void shutDown(JdbcDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }
}

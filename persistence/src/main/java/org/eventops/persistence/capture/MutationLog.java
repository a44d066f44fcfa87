package org.eventops.persistence.capture;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.eventops.domain.change.IdSource;
import org.eventops.persistence.journal.Journal;
import org.eventops.persistence.journal.Mutation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a commit durable: what the triggers captured goes to the journal before H2 commits. */
public final class MutationLog {
    private static final long CLEARED_AT = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(MutationLog.class);

    private final Journal journal;
    private final IdSource ids;
    private final Clock clock;
    private final ChangeFeed feed;
    private final ReentrantLock turn = new ReentrantLock();
    private long last;
    private long consumed = Long.MIN_VALUE;
    private long cleared;

    /**
     * @param last the highest number that journal or store have seen
     */
    public MutationLog(Journal journal, IdSource ids, Clock clock, ChangeFeed feed, long last) {
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
        this.feed = feed;
        this.last = last;
    }

    /**
     * Commits the connection's transaction.
     *
     * @throws SQLException if it is not committed; it can be rolled back then, and will not come
     *     back after a crash
     */
    void commit(Connection connection) throws SQLException {
        Map<String, Set<UUID>> touched = new HashMap<>();
        turn.lock();
        try {
            commitInTurn(connection, touched);
        } finally {
            turn.unlock();
        }
        feed.committed(touched);
    }

    private void commitInTurn(Connection connection, Map<String, Set<UUID>> touched)
            throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT table_name, scope, change, seq FROM capture"
                                        + " WHERE seq > ? ORDER BY seq");
                ResultSet rows = captured(query)) {
            if (!rows.next()) {
                connection.commit();
                return;
            }
            Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Mutation mutation = new Mutation(last + 1, ids.next(), at, List.of());
            Captured captured = new Captured(rows, touched);
            prepare(mutation, captured);
            last = mutation.number();
            finish(connection, mutation);
            clear(connection, captured.last);
        }
    }

    private ResultSet captured(PreparedStatement query) throws SQLException {
        query.setLong(1, consumed);
        return query.executeQuery();
    }

    /**
     * What is journalled and committed is passed over, and now and then taken away at one stroke.
     */
    private void clear(Connection connection, long upTo) {
        consumed = upTo;
        if (consumed - cleared < CLEARED_AT) {
            return;
        }
        try {
            empty(connection);
            cleared = consumed;
        } catch (SQLException e) {
            // The mutation is committed: what is left behind is passed over until the next time.
            LOG.warn("captured changes could not be cleared", e);
        }
    }

    /** Takes all captured changes away; only when none of them is waiting to be journalled. */
    public static void empty(Connection connection) throws SQLException {
        try (Statement truncate = connection.createStatement()) {
            truncate.execute("TRUNCATE TABLE capture");
        }
    }

    private void prepare(Mutation mutation, Captured changes) throws SQLException {
        try {
            journal.prepare(mutation, changes);
        } catch (IOException e) {
            throw new SQLException("journal not written", e);
        } catch (CapturedUnread e) {
            throw e.cause;
        }
    }

    private void finish(Connection connection, Mutation mutation) throws SQLException {
        try {
            enter(connection, mutation);
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            abort(mutation, e);
            throw e;
        }
        try {
            journal.commit(mutation.number());
        } catch (IOException e) {
            // The store has it; recovery asks the store, so the mark is only for readers.
            LOG.warn("commit mark of mutation {} not written", mutation.number(), e);
        }
    }

    private void abort(Mutation mutation, Exception cause) {
        try {
            journal.abort(mutation.number());
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** The highest number that has been journalled. */
    public long last() {
        turn.lock();
        try {
            return last;
        } finally {
            turn.unlock();
        }
    }

    /** Adds the row that says: this store holds the mutation. */
    static void enter(Connection connection, Mutation mutation) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement(
                        "MERGE INTO outbox (number, id, at) KEY (number) VALUES (?, ?, ?)")) {
            insert.setLong(1, mutation.number());
            insert.setObject(2, mutation.id());
            insert.setObject(3, mutation.at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /** The captured changes one by one; notes on the way which tables and scopes they touch. */
    private static final class Captured implements Iterator<byte[]> {
        private final ResultSet rows;
        private final Map<String, Set<UUID>> touched;
        private boolean there = true;
        private long last;

        Captured(ResultSet rows, Map<String, Set<UUID>> touched) {
            this.rows = rows;
            this.touched = touched;
        }

        @Override
        public boolean hasNext() {
            return there;
        }

        @Override
        public byte[] next() {
            try {
                touched.computeIfAbsent(rows.getString(1), unused -> new HashSet<>())
                        .add(rows.getObject(2, UUID.class));
                byte[] change = rows.getBytes(3);
                last = rows.getLong(4);
                there = rows.next();
                return change;
            } catch (SQLException e) {
                throw new CapturedUnread(e);
            }
        }
    }

    private static final class CapturedUnread extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final SQLException cause;

        CapturedUnread(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}

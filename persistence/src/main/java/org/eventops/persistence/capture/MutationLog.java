package org.eventops.persistence.capture;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.persistence.journal.Journal;
import org.eventops.persistence.journal.Mutation;
import org.eventops.persistence.journal.Place;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a commit durable: what the triggers captured goes to the journal before H2 commits. */
public final class MutationLog {
    private static final long CLEARED_AT = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(MutationLog.class);

    private final Journal journal;
    private final Stamps stamps;
    private final ChangeFeed feed;
    private final WriteTurns turns;
    private final Trail trail;
    private final AtomicInteger uncleared = new AtomicInteger();
    private volatile Consumer<OutboxEntry> entered = unused -> {};

    /**
     * @param trail is told of every change
     */
    public MutationLog(
            Journal journal, Stamps stamps, ChangeFeed feed, WriteTurns turns, Trail trail) {
        this.journal = journal;
        this.stamps = stamps;
        this.feed = feed;
        this.turns = turns;
        this.trail = trail;
    }

    /** Where a new connection begins: what its session captured before is journalled already. */
    static CapturePlace begin(Connection connection) throws SQLException {
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT SESSION_ID(), (SELECT MAX(seq) FROM capture"
                                        + " WHERE session = SESSION_ID())");
                ResultSet rows = query.executeQuery()) {
            rows.next();
            CapturePlace place = new CapturePlace(rows.getInt(1));
            place.consumed(rows.getLong(2));
            return place;
        }
    }

    /**
     * Commits the connection's transaction.
     *
     * @throws SQLException if it is not committed; it can be rolled back then, and will not come
     *     back after a crash
     */
    void commit(Connection connection, CapturePlace place) throws SQLException {
        Map<String, Set<UUID>> touched = new HashMap<>();
        try (PreparedStatement query =
                        connection.prepareStatement(
                                "SELECT table_name, scope, change, seq FROM capture"
                                        + " WHERE session = ? AND seq > ? ORDER BY seq");
                ResultSet rows = captured(query, place)) {
            Captured captured = new Captured(rows, touched, trail.gather());
            if (!captured.advance()) {
                connection.commit();
                return;
            }
            boolean synced = captured.hasNext();
            Mutation mutation = stamps.next(synced ? Mutation.Origin.HERE : Mutation.Origin.HUB);
            Iterator<byte[]> all = captured.withTrail(connection, mutation.at());
            if (synced) {
                Place written = prepare(mutation, all);
                OutboxEntry entry =
                        OutboxEntry.of(mutation, written, captured.bytes, captured.scopes());
                finish(connection, mutation, () -> entry.enter(connection));
                entered.accept(entry);
            } else {
                commitFromHub(connection, mutation, all, true);
            }
            place.consumed(captured.last);
            uncleared.addAndGet(captured.count);
        }
        clear(connection);
        feed.committed(touched);
    }

    private static ResultSet captured(PreparedStatement query, CapturePlace place)
            throws SQLException {
        query.setInt(1, place.session());
        query.setLong(2, place.consumed());
        return query.executeQuery();
    }

    /**
     * What is journalled and committed is passed over, and now and then taken away at one stroke,
     * when no other transaction has anything there.
     */
    private void clear(Connection connection) {
        if (uncleared.get() < CLEARED_AT || turns.bulkUnderWay()) {
            return;
        }
        try {
            empty(connection);
            uncleared.set(0);
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

    /**
     * Commits what came from the hub: journalled like everything else, so that a rebuild brings it
     * back in its true order, but not waited for.
     *
     * @param changes what the transaction did, in order
     * @param own whether it is this console's own doing (membership, adoption): then it is on the
     *     disk on return, and may bring entries of the outbox
     */
    public void commitFromHub(
            Connection connection, Mutation mutation, Iterator<byte[]> changes, boolean own)
            throws SQLException {
        Place written = prepare(mutation, changes);
        finish(
                connection,
                mutation,
                () -> {
                    if (own) {
                        force();
                        Replay.place(connection, mutation.number(), written);
                    }
                    Replay.mark(connection, mutation);
                });
    }

    /** Tells those who listen what was committed: by table, whose rows. */
    public void tell(Map<String, Set<UUID>> touched) {
        feed.committed(touched);
    }

    private void force() throws SQLException {
        try {
            journal.force();
        } catch (IOException e) {
            throw new SQLException("journal not written", e);
        }
    }

    /** Is told of each mutation of this console after its commit, in the turn of its writer. */
    public void onEntered(Consumer<OutboxEntry> listener) {
        entered = listener;
    }

    private Place prepare(Mutation mutation, Iterator<byte[]> changes) throws SQLException {
        try {
            return journal.prepare(mutation, changes);
        } catch (IOException e) {
            giveBack(mutation);
            throw new SQLException("journal not written", e);
        } catch (CapturedUnread e) {
            giveBack(mutation);
            throw e.cause;
        }
    }

    /** A journal that begins late, or lacks one, would be taken for one that lost something. */
    private void giveBack(Mutation mutation) {
        if (!journal.holds(mutation.number())) {
            stamps.giveBack(mutation.number());
        }
    }

    private interface LastWord {
        void write() throws SQLException;
    }

    private void finish(Connection connection, Mutation mutation, LastWord last)
            throws SQLException {
        try {
            last.write();
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

    /** The captured changes one by one; notes on the way which tables and scopes they touch. */
    private static final class Captured implements Iterator<byte[]> {
        private final ResultSet rows;
        private final Map<String, Set<UUID>> touched;
        private final Trail.Gathering trail;
        private boolean there;
        private long last;
        private int count;
        private long bytes;

        Captured(ResultSet rows, Map<String, Set<UUID>> touched, Trail.Gathering trail) {
            this.rows = rows;
            this.touched = touched;
            this.trail = trail;
        }

        /**
         * Goes to the next change; notes for the trail are taken on the way.
         *
         * @return whether anything was there
         */
        boolean advance() throws SQLException {
            boolean any = false;
            there = rows.next();
            while (there && rows.getString(1).equals(Trail.NOTE)) {
                any = true;
                seen();
                trail.take(rows.getBytes(3), Trail.NOTE);
                there = rows.next();
            }
            return any || there;
        }

        private void seen() throws SQLException {
            last = rows.getLong(4);
            count++;
        }

        /** The changes, and behind them what the trail has to say of them. */
        Iterator<byte[]> withTrail(Connection connection, Instant at) {
            return new Iterator<>() {
                private @Nullable Iterator<RowChange> lines;

                @Override
                public boolean hasNext() {
                    return there || lines().hasNext();
                }

                @Override
                public byte[] next() {
                    return there ? Captured.this.next() : RowCodec.encode(lines().next());
                }

                private Iterator<RowChange> lines() {
                    Iterator<RowChange> known = lines;
                    if (known == null) {
                        try {
                            known = trail.lines(connection, at).iterator();
                        } catch (SQLException e) {
                            throw new CapturedUnread(e);
                        }
                        lines = known;
                        if (known.hasNext()) {
                            touched.put(Machinery.AUDIT, Set.of());
                        }
                    }
                    return known;
                }
            };
        }

        Set<UUID> scopes() {
            Set<UUID> scopes = new HashSet<>();
            touched.values().forEach(scopes::addAll);
            return scopes;
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
                seen();
                bytes += change.length;
                trail.take(change, rows.getString(1));
                advance();
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

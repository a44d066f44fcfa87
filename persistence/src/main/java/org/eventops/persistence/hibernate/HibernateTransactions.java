package org.eventops.persistence.hibernate;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.measure.Operation;
import org.eventops.persistence.capture.DiskRoom;
import org.eventops.persistence.capture.WriteTurns;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.jspecify.annotations.Nullable;

/**
 * Transactions on a connection each, with a stateless session over it from when one is asked for:
 * what needs none also works while Hibernate still starts. One inside another joins it.
 */
public final class HibernateTransactions implements Transactions, AutoCloseable {
    private static final int BATCH = 500;
    private static final int READERS = 4;

    /**
     * As many as can be in use at a time: the readers, and one each for an ordinary, an urgent and
     * a bulk write. So no crowd of slow readers ever keeps a scan waiting for a connection.
     */
    public static final int CONNECTIONS = READERS + 3;

    private final DataSource source;
    private final Sessions sessions;
    private final Function<Throwable, StoreException> classify;
    private final WriteTurns turns;
    private final DiskRoom room;
    private final Meter meter;
    private final Semaphore readers = new Semaphore(READERS, true);
    private volatile boolean closed;

    /** One for each store that is open, not one for the program. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Work> current = new ThreadLocal<>();

    /**
     * @param source of connections that do not commit by themselves
     */
    public HibernateTransactions(
            DataSource source,
            Sessions sessions,
            WriteTurns turns,
            DiskRoom room,
            Meter meter,
            Function<Throwable, StoreException> classify) {
        this.meter = meter;
        this.room = room;
        this.source = source;
        this.sessions = sessions;
        this.turns = turns;
        this.classify = classify;
    }

    /** The session of the transaction that this thread is in. */
    public StatelessSession session() {
        return work().session();
    }

    /** What is done in plain SQL. */
    public interface Sql<T> {
        T on(Connection connection) throws SQLException;
    }

    /** Plain SQL in the transaction that this thread is in, after what the session has written. */
    public <T> T sql(Sql<T> sql) {
        try {
            return sql.on(work().written());
        } catch (SQLException e) {
            throw classify.apply(e);
        }
    }

    private Work work() {
        return Objects.requireNonNull(current.get(), "not inside a transaction");
    }

    /** Whether this thread is in a bulk write: what it commits was recorded before later scans. */
    public boolean inBulk() {
        return turns.inBulk();
    }

    @Override
    public <T> T read(Supplier<T> work) {
        return joined() ? work.get() : meter.time(Operation.STORE_READ, () -> reading(work));
    }

    private <T> T reading(Supplier<T> work) {
        readers.acquireUninterruptibly();
        try {
            return inTransaction(work);
        } finally {
            readers.release();
        }
    }

    @Override
    public <T> T write(Supplier<T> work) {
        return joined() ? work.get() : writing(() -> turns.ordinary(() -> begun(work)));
    }

    private <T> T begun(Supplier<T> work) {
        room.begun();
        return inTransaction(work);
    }

    @Override
    public <T> T urgent(Supplier<T> work) {
        return joined() ? work.get() : writing(() -> turns.urgent(() -> small(work)));
    }

    private <T> T small(Supplier<T> work) {
        room.needed();
        return inTransaction(work);
    }

    private <T> T writing(Supplier<T> work) {
        return meter.time(Operation.STORE_WRITE, work);
    }

    @Override
    public <T> T bulk(Supplier<T> work) {
        return joined() ? work.get() : turns.bulk(() -> begun(work));
    }

    /**
     * Before the next part of a large write.
     *
     * @throws StoreException if the disk may have no room for it
     */
    void next() {
        room.more();
    }

    private boolean joined() {
        return current.get() != null;
    }

    /** Waits for the transactions that are under way; later ones are refused. */
    @Override
    public void close() {
        closed = true;
        turns.ordinary(() -> true);
        readers.acquireUninterruptibly(READERS);
        readers.release(READERS);
        sessions.close();
    }

    private <T> T inTransaction(Supplier<T> work) {
        if (closed) {
            throw new StoreException(StoreException.Problem.CLOSED, "");
        }
        try (Connection connection = source.getConnection();
                Work begun = new Work(connection)) {
            current.set(begun);
            return begun.done(work);
        } catch (CancellationException | StoreException e) {
            throw e;
        } catch (SQLException e) {
            throw classify.apply(e);
        } catch (RuntimeException e) {
            throw environment(e);
        } finally {
            current.remove();
        }
    }

    /** One transaction. */
    private final class Work implements AutoCloseable {
        private final Connection connection;
        private @Nullable StatelessSession session;

        Work(Connection connection) {
            this.connection = connection;
        }

        StatelessSession session() {
            StatelessSession known = session;
            if (known == null) {
                known = sessions.open(connection);
                known.setJdbcBatchSize(BATCH);
                known.beginTransaction();
                session = known;
            }
            return known;
        }

        /** The connection, to which the session has nothing more to write for now. */
        Connection written() {
            if (session instanceof SharedSessionContractImplementor batching) {
                batching.getJdbcCoordinator().executeBatch();
            }
            return connection;
        }

        <T> T done(Supplier<T> work) throws SQLException {
            try {
                T result = work.get();
                commit();
                return result;
            } catch (RuntimeException | SQLException | Error e) {
                rollBack(e);
                throw e;
            }
        }

        private void commit() throws SQLException {
            if (session == null) {
                connection.commit();
            } else {
                session.getTransaction().commit();
            }
        }

        private void rollBack(Throwable cause) {
            try {
                connection.rollback();
            } catch (SQLException e) {
                cause.addSuppressed(e);
            }
        }

        @Override
        public void close() {
            if (session != null) {
                session.close();
            }
        }
    }

    /** A failure of the database is the environment's; anything else is a bug and stays itself. */
    private RuntimeException environment(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException || cause instanceof IOException) {
                return classify.apply(e);
            }
        }
        return e;
    }
}

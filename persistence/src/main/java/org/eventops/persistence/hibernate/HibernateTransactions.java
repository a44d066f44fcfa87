package org.eventops.persistence.hibernate;

import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.change.Transactions;
import org.eventops.persistence.capture.WriteTurns;
import org.hibernate.StatelessSession;
import org.hibernate.Transaction;
import org.jspecify.annotations.Nullable;

/** Transactions over stateless sessions; one inside another joins it. */
public final class HibernateTransactions implements Transactions, AutoCloseable {
    private static final int BATCH = 500;
    private static final int READERS = 4;

    /**
     * As many as can be in use at a time: the readers, and one each for an ordinary, an urgent and
     * a bulk write. So no crowd of slow readers ever keeps a scan waiting for a connection.
     */
    public static final int CONNECTIONS = READERS + 3;

    private final Sessions sessions;
    private final Function<Throwable, StoreException> classify;
    private final WriteTurns turns;
    private final Semaphore readers = new Semaphore(READERS, true);
    private volatile boolean closed;

    /** One for each store that is open, not one for the program. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable StatelessSession> current = new ThreadLocal<>();

    public HibernateTransactions(
            Sessions sessions, WriteTurns turns, Function<Throwable, StoreException> classify) {
        this.sessions = sessions;
        this.turns = turns;
        this.classify = classify;
    }

    /** The session of the transaction that this thread is in. */
    public StatelessSession session() {
        return Objects.requireNonNull(current.get(), "not inside a transaction");
    }

    /** Whether this thread is in a bulk write: what it commits was recorded before later scans. */
    public boolean inBulk() {
        return turns.inBulk();
    }

    @Override
    public <T> T read(Supplier<T> work) {
        if (joined()) {
            return work.get();
        }
        readers.acquireUninterruptibly();
        try {
            return inTransaction(work);
        } finally {
            readers.release();
        }
    }

    @Override
    public <T> T write(Supplier<T> work) {
        return joined() ? work.get() : turns.ordinary(() -> inTransaction(work));
    }

    @Override
    public <T> T urgent(Supplier<T> work) {
        return joined() ? work.get() : turns.urgent(() -> inTransaction(work));
    }

    @Override
    public <T> T bulk(Supplier<T> work) {
        return joined() ? work.get() : turns.bulk(() -> inTransaction(work));
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
        try (StatelessSession session = sessions.open()) {
            session.setJdbcBatchSize(BATCH);
            current.set(session);
            return done(session.beginTransaction(), work);
        } catch (CancellationException | StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            throw environment(e);
        } finally {
            current.remove();
        }
    }

    private static <T> T done(Transaction transaction, Supplier<T> work) {
        try {
            T result = work.get();
            transaction.commit();
            return result;
        } catch (RuntimeException | Error e) {
            rollBack(transaction, e);
            throw e;
        }
    }

    private static void rollBack(Transaction transaction, Throwable cause) {
        try {
            if (transaction.isActive() || transaction.getStatus().canRollback()) {
                transaction.rollback();
            }
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        }
    }

    /** A failure of the database is the environment's; anything else is a bug and stays itself. */
    private RuntimeException environment(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLException || cause instanceof java.io.IOException) {
                return classify.apply(e);
            }
        }
        return e;
    }
}

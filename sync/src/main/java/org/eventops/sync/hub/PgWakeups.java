package org.eventops.sync.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.run.Wakeups;
import org.eventops.sync.server.HubAccess;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A second connection that listens, on a thread of its own: waiting keeps pgjdbc's connection for
 * itself. A link that is dead without saying so is found out by a heartbeat. While there is no
 * connection to be had, it tries again now and then, and the console only polls.
 */
public final class PgWakeups implements Wakeups {
    private static final Logger LOG = LoggerFactory.getLogger(PgWakeups.class);
    private static final Duration WAIT = Duration.ofMillis(250);
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Supplier<HubAccess> access;
    private final OwnSessions own = new OwnSessions();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean closed;
    private boolean full;
    private volatile @Nullable Thread thread;

    /**
     * @param access asked at every connection: a secret may have been replaced
     */
    public PgWakeups(Supplier<HubAccess> access) {
        this.access = access;
    }

    @Override
    public void start(Runnable poked) {
        thread = Thread.ofPlatform().name("hub-wakeups").daemon(true).start(() -> run(poked));
    }

    private void run(Runnable poked) {
        Duration pause = SHORTEST;
        while (hasRoom()) {
            try (Connection connection = PgConnections.open(access.get(), ANSWER, own)) {
                listen(connection);
                LOG.info("listening for the hub");
                pause = SHORTEST;
                poked.run();
                wait(connection, poked);
            } catch (SQLException e) {
                HubProblem problem = PgProblem.of(e);
                LOG.info("not listening for the hub, only asking: {}", problem.kind());
                LOG.debug("why", problem);
                if (isClosed(pause)) {
                    return;
                }
                Duration twice = pause.multipliedBy(2);
                pause = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
            }
        }
    }

    /** The channel is this organisation's own, and told to its devices only. */
    private static void listen(Connection connection) throws SQLException {
        String channel;
        try (PreparedStatement ask = connection.prepareStatement("SELECT sync.device_channel()");
                ResultSet answer = ask.executeQuery()) {
            answer.next();
            channel = answer.getString(1);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("LISTEN " + statement.enquoteIdentifier(channel, true));
        }
    }

    private void wait(Connection connection, Runnable poked) throws SQLException {
        PGConnection session = connection.unwrap(PGConnection.class);
        long beats = HEARTBEAT.dividedBy(WAIT);
        for (long i = 1; mayStay(); i++) {
            PGNotification[] came = session.getNotifications((int) WAIT.toMillis());
            if (came != null && came.length > 0) {
                poked.run();
            }
            if (i % beats == 0) {
                beat(connection);
            }
        }
    }

    /** Raises once the device was taken out, too. */
    private static void beat(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT sync.device_channel()");
        }
    }

    @Override
    public void giveWay(boolean hubIsFull) {
        lock.lock();
        try {
            full = hubIsFull;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean mayStay() {
        lock.lock();
        try {
            return !closed && !full;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is; false once this is closed. */
    private boolean hasRoom() {
        lock.lock();
        try {
            while (full && !closed) {
                changed.await();
            }
            return !closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed(Duration within) {
        lock.lock();
        try {
            long left = within.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return closed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the thread; within a quarter of a second when the link is well. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}

package org.eventops.sync.hub;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * How long an answer may take before the link is taken for dead. What is handed over may be large
 * and the wire slow: its way there is waited for too, or a slow wire would stop the queue for good.
 */
final class Patience {
    /**
     * Longer than a lock is waited for at the hub; short enough for a link that died unnoticed to
     * be replaced half a minute after the wire was mended.
     */
    static final Duration ANSWER = Duration.ofSeconds(15);

    /** Less than a poor uplink of 160 kbit/s takes. */
    private static final long BYTES_A_SECOND = 20_000;

    private Patience() {}

    /** Of the connection's next calls; {@link #usual} takes it back. */
    static void sending(Connection connection, long bytes) throws SQLException {
        set(connection, of(bytes));
    }

    static void usual(Connection connection) throws SQLException {
        set(connection, ANSWER);
    }

    static void set(Connection connection, Duration answer) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, (int) answer.toMillis());
    }

    static Duration of(long bytes) {
        return ANSWER.plusMillis(bytes * 1000 / BYTES_A_SECOND);
    }
}

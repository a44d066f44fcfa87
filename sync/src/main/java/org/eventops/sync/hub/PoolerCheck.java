package org.eventops.sync.hub;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.engine.HubProblem.Kind;
import org.postgresql.PGConnection;

/**
 * Whether a connection keeps its session. A pooler between gives itself away by another process
 * number than the server's own; one that lends sessions out per transaction gives the session to a
 * second connection while the first is at rest.
 */
final class PoolerCheck {
    private PoolerCheck() {}

    /** Opens another connection of the same kind. */
    interface Another {
        Connection open() throws SQLException;
    }

    /**
     * @param backend process number as the server itself knows it
     * @throws HubProblem {@code POOLER} if sessions change between transactions
     */
    static void check(Connection session, int backend, Another another)
            throws HubProblem, SQLException {
        if (session.unwrap(PGConnection.class).getBackendPID() == backend) {
            return;
        }
        try (Connection second = another.open()) {
            second.setAutoCommit(false);
            int borrowed = backend(second);
            int now = backend(session);
            second.rollback();
            if (borrowed == backend || now != backend) {
                throw new HubProblem(
                        Kind.POOLER, "sessions change between transactions: use session mode");
            }
        }
    }

    private static int backend(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT pg_backend_pid()")) {
            answer.next();
            return answer.getInt(1);
        }
    }
}

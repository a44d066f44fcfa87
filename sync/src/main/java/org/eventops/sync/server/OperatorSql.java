package org.eventops.sync.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.eventops.sync.server.OperatorProblem.Kind;

/** One transaction of an operator, and what a failure of it means. */
final class OperatorSql {
    private OperatorSql() {}

    /** Work in a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws SQLException, OperatorProblem;
    }

    static <T> T transaction(Connection connection, OperatorUrl url, Work<T> work)
            throws OperatorProblem {
        try {
            connection.setAutoCommit(false);
            try {
                T result = work.done();
                connection.commit();
                return result;
            } finally {
                // After a commit there is nothing left to take back.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw problem(e, url);
        }
    }

    static OperatorProblem problem(SQLException e, OperatorUrl url) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        String words = Objects.toString(e.getMessage()).lines().findFirst().orElse("");
        return switch (state) {
            case "28P01", "28000" -> new OperatorProblem(Kind.REFUSED, url.user(), e);
            case "3F000", "42P01", "42883", "42703" ->
                    new OperatorProblem(Kind.NOT_READY, url.database(), e);
            case "42501" -> new OperatorProblem(Kind.MAY_NOT, words, e);
            case "EO010" -> new OperatorProblem(Kind.DEVICE_TAKEN, "", e);
            case "EO011" -> new OperatorProblem(Kind.BAD_NAME, words, e);
            case "EO012" -> new OperatorProblem(Kind.NO_DEVICE, "", e);
            default ->
                    state.startsWith("08") || state.equals("57P03")
                            ? new OperatorProblem(Kind.UNREACHABLE, url.place(), e)
                            : new OperatorProblem(Kind.FAILED, words, e);
        };
    }
}

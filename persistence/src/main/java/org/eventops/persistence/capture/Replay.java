package org.eventops.persistence.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.persistence.journal.Mutation;
import org.jspecify.annotations.Nullable;

/**
 * Applies journalled mutations to the database, each in a transaction of its own. Applied again, in
 * order, they lead to the same rows.
 */
public final class Replay {
    private Replay() {}

    /**
     * @param connection straight to the database, not through the journal, auto-commit off
     */
    public static void apply(Connection connection, Mutation mutation) throws SQLException {
        for (byte[] bytes : mutation.changes()) {
            apply(connection, RowCodec.decode(bytes));
        }
        MutationLog.enter(connection, mutation);
        connection.commit();
    }

    private static void apply(Connection connection, RowChange change) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        String sql = sql(change, values);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            statement.executeUpdate();
        } catch (SQLIntegrityConstraintViolationException e) {
            if (!isThere(connection, change)) {
                throw e;
            }
            // The row is there as a later mutation has made it, which is applied again in its turn.
        }
    }

    private static boolean isThere(Connection connection, RowChange change) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM " + change.table() + " WHERE id = ?")) {
            query.setObject(1, change.key());
            try (ResultSet rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String sql(RowChange change, List<@Nullable Object> values) {
        List<String> names = change.columns().stream().map(RowChange.Column::name).toList();
        if (change.op() != RowChange.Op.DELETE) {
            change.columns().forEach(column -> values.add(column.after()));
        }
        if (change.op() != RowChange.Op.INSERT) {
            values.add(change.key());
        }
        return switch (change.op()) {
            case INSERT ->
                    "MERGE INTO %s (%s) KEY (id) VALUES (%s)"
                            .formatted(
                                    change.table(),
                                    String.join(", ", names),
                                    names.stream()
                                            .map(unused -> "?")
                                            .collect(Collectors.joining(", ")));
            case UPDATE ->
                    "UPDATE %s SET %s WHERE id = ?"
                            .formatted(
                                    change.table(),
                                    names.stream()
                                            .map(name -> name + " = ?")
                                            .collect(Collectors.joining(", ")));
            case DELETE -> "DELETE FROM %s WHERE id = ?".formatted(change.table());
        };
    }
}

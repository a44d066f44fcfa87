package org.eventops.sync.hub;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.sync.engine.Hub.Chunk;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** One chunk of a first load: the scope's clock and rows of one table, of one snapshot. */
final class ChunkLoad {
    private ChunkLoad() {}

    static Chunk of(Connection connection, UUID scope, String table, @Nullable UUID after, int rows)
            throws SQLException, IOException {
        boolean done = false;
        try {
            Chunk chunk = read(connection, scope, SyncedTables.of(table), after, rows);
            done = true;
            return chunk;
        } finally {
            end(connection, done);
        }
    }

    private static Chunk read(
            Connection connection,
            UUID scope,
            SyncedTables.Table table,
            @Nullable UUID after,
            int rows)
            throws SQLException, IOException {
        String head =
                "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT * FROM"
                        + " sync.device_load_head('%s')".formatted(scope);
        try (Statement statement = connection.createStatement()) {
            statement.execute(head);
            statement.getMoreResults();
            try (ResultSet answer = statement.getResultSet()) {
                answer.next();
                List<Map<String, @Nullable Object>> read =
                        rows(connection, copy(scope, table, after, rows + 1), table);
                boolean more = read.size() > rows;
                return new Chunk(
                        answer.getLong("epoch"),
                        answer.getLong("clock"),
                        answer.getObject("mark", UUID.class),
                        more ? read.subList(0, rows) : read,
                        more);
            }
        }
    }

    /** Columns by name: a newer hub may have more of them. */
    private static String copy(
            UUID scope, SyncedTables.Table table, @Nullable UUID after, int rows) {
        return "COPY (SELECT %s, sync_extra FROM sync.device_load_%s('%s', %s, %d)) TO STDOUT (FORMAT binary)"
                .formatted(
                        table.columns().stream()
                                .map(SyncedTables.Column::name)
                                .collect(Collectors.joining(", ")),
                        table.name(),
                        scope,
                        after == null ? "NULL" : "'" + after + "'",
                        rows);
    }

    private static List<Map<String, @Nullable Object>> rows(
            Connection connection, String copy, SyncedTables.Table table)
            throws SQLException, IOException {
        CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
        BinaryRows binary = new BinaryRows(table);
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        try {
            byte[] piece;
            while ((piece = out.readFromCopy()) != null) {
                Map<String, @Nullable Object> row = binary.row(piece);
                if (row != null) {
                    rows.add(row);
                }
            }
            return rows;
        } finally {
            if (out.isActive()) {
                out.cancelCopy();
            }
        }
    }

    /** Nothing was written: a transaction that failed is ended the same way. */
    private static void end(Connection connection, boolean done) throws SQLException {
        try {
            PgHub.run(connection, "COMMIT");
        } catch (SQLException e) {
            if (done) {
                throw e;
            }
        }
    }
}

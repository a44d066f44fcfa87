package org.eventops.sync.hub;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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
                List<byte[]> pieces = pieces(connection, copy(scope, table, after, rows + 1));
                boolean more = pieces.size() > rows;
                return new Chunk(
                        answer.getLong("epoch"),
                        answer.getLong("clock"),
                        answer.getObject("mark", UUID.class),
                        BinaryRows.of(table, more ? pieces.subList(0, rows) : pieces),
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

    private static List<byte[]> pieces(Connection connection, String copy) throws SQLException {
        CopyOut out = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy);
        List<byte[]> pieces = new ArrayList<>();
        try {
            byte[] piece;
            while ((piece = out.readFromCopy()) != null) {
                pieces.add(piece);
            }
        } finally {
            if (out.isActive()) {
                out.cancelCopy();
            }
        }
        // the last one only says that it ends
        return pieces.subList(0, Math.max(0, pieces.size() - 1));
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

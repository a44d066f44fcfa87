package org.eventops.launcher.bench.sync;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.hub.PgConnector;
import org.eventops.sync.hub.PgHub;
import org.eventops.sync.server.HubAccess;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * What the two databases can do by themselves with the very rows of a first load: PostgreSQL
 * copying them to nothing, H2 taking them in batches into the same tables with the same indexes.
 */
record BareLimits(HubAccess access, UUID scope) {
    private static final int CHUNK = 20_000;
    private static final int BATCH = 500;

    /** Rows a second. */
    double copyToNothing() {
        long rows = 0;
        long begun = System.nanoTime();
        try (Connection connection =
                DriverManager.getConnection(
                        access.hub().jdbcUrl(),
                        access.hub().properties(access.login().role(), access.login().secret()))) {
            for (SyncedTables.Table table : SyncedTables.inOrder()) {
                rows += copy(connection, table.name());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no copy", e);
        }
        return rows / ((System.nanoTime() - begun) / 1e9);
    }

    private long copy(Connection connection, String table) throws SQLException {
        CopyOut out =
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut(
                                "COPY (SELECT * FROM sync.device_load_%s('%s', NULL, 100000))"
                                                .formatted(table, scope)
                                        + " TO STDOUT (FORMAT binary)");
        while (out.readFromCopy() != null) {
            // to nothing
        }
        return out.getHandledRowCount();
    }

    /** Rows a second; an empty store's own file and schema, without its triggers. */
    double insertIntoH2(Path folder, Clock clock) {
        Map<SyncedTables.Table, List<Map<String, @Nullable Object>>> rows = rows();
        long count = rows.values().stream().mapToLong(List::size).sum();
        OpenConsole.open(folder, clock).close();
        String url =
                "jdbc:h2:file:"
                        + folder.resolve("store").toAbsolutePath()
                        + ";DB_CLOSE_ON_EXIT=FALSE;FILE_LOCK=NO;MAX_COMPACT_TIME=0"
                        + ";CACHE_SIZE=32768";
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            connection.setAutoCommit(false);
            for (SyncedTables.Table table : rows.keySet()) {
                try (Statement drop = connection.createStatement()) {
                    drop.execute("DROP TRIGGER capture_" + table.name());
                }
            }
            long begun = System.nanoTime();
            for (var each : rows.entrySet()) {
                insert(connection, each.getKey(), each.getValue());
            }
            return count / ((System.nanoTime() - begun) / 1e9);
        } catch (SQLException e) {
            throw new IllegalStateException("no insert", e);
        }
    }

    private Map<SyncedTables.Table, List<Map<String, @Nullable Object>>> rows() {
        Map<SyncedTables.Table, List<Map<String, @Nullable Object>>> all = new LinkedHashMap<>();
        try (Hub hub = new PgConnector(() -> access).connect()) {
            hub.hello(new Hub.Hello(PgHub.PROTOCOL, "bench", null));
            for (SyncedTables.Table table : SyncedTables.inOrder()) {
                all.put(table, rows(hub, table.name()));
            }
        } catch (HubProblem e) {
            throw new IllegalStateException("no rows", e);
        }
        return all;
    }

    private List<Map<String, @Nullable Object>> rows(Hub hub, String table) throws HubProblem {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        UUID after = null;
        Hub.Chunk chunk;
        do {
            chunk = hub.load(scope, table, after, CHUNK);
            rows.addAll(chunk.rows());
            after = rows.isEmpty() ? null : (UUID) rows.getLast().get("id");
        } while (chunk.more());
        return rows;
    }

    private static void insert(
            Connection connection,
            SyncedTables.Table table,
            List<Map<String, @Nullable Object>> rows)
            throws SQLException {
        List<String> names = table.columns().stream().map(SyncedTables.Column::name).toList();
        String sql =
                "INSERT INTO %s (%s) VALUES (%s)"
                        .formatted(
                                table.name(),
                                String.join(", ", names),
                                names.stream()
                                        .map(unused -> "?")
                                        .collect(Collectors.joining(", ")));
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < rows.size(); i++) {
                for (int n = 0; n < names.size(); n++) {
                    insert.setObject(n + 1, rows.get(i).get(names.get(n)));
                }
                insert.addBatch();
                if ((i + 1) % BATCH == 0) {
                    insert.executeBatch();
                }
                if ((i + 1) % CHUNK == 0) {
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
    }
}

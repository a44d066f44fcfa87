package org.eventops.launcher.bench.sync;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.persistence.atrest.AtRest;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.hub.PgConnector;
import org.eventops.sync.server.HubAccess;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * What the two databases can do by themselves with the very rows of a first load: PostgreSQL
 * copying them to nothing, H2 taking them in batches into the same tables with the same indexes.
 */
record BareLimits(HubAccess access, UUID scope) {
    private static final int CHUNK = 5_000;
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

    /**
     * Rows a second; an empty store's own schema, without its triggers, in a file that lies in the
     * clear. The rows come chunk by chunk, so that a door's heap is enough; only the time of their
     * insertion counts.
     */
    double insertIntoH2(Path folder, Clock clock) {
        List<String> schema = schema(folder, clock);
        try (Connection connection = h2("file", folder.resolve("bare"));
                Hub hub = new PgConnector(() -> access).connect()) {
            run(connection, schema);
            hub.hello(new Hub.Hello(Hub.PROTOCOL, "bench", null));
            connection.setAutoCommit(false);
            long rows = 0;
            long nanos = 0;
            withoutTriggers(connection);
            String table = SyncedTables.inOrder().getFirst().name();
            UUID after = null;
            Hub.Chunk chunk;
            do {
                chunk = hub.load(scope, table, after, CHUNK);
                for (Hub.Chunk.Section section : chunk.sections()) {
                    var decoded = new ArrayList<>(section.rows());
                    long begun = System.nanoTime();
                    insert(connection, SyncedTables.of(section.table()), decoded);
                    nanos += System.nanoTime() - begun;
                    rows += decoded.size();
                    table = section.table();
                    after = (UUID) decoded.getLast().get("id");
                }
            } while (chunk.more());
            return rows / (nanos / 1e9);
        } catch (SQLException | HubProblem e) {
            throw new IllegalStateException("no insert", e);
        }
    }

    /** The statements that make an empty store. */
    private static List<String> schema(Path folder, Clock clock) {
        String scheme;
        try (OpenConsole console = OpenConsole.open(folder, clock)) {
            scheme = new AtRest(console.store().key()).scheme();
        }
        List<String> statements = new ArrayList<>();
        try (Connection connection = h2(scheme, folder.resolve("store"));
                Statement script = connection.createStatement();
                ResultSet lines = script.executeQuery("SCRIPT NODATA NOPASSWORDS NOSETTINGS")) {
            while (lines.next()) {
                statements.add(lines.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no schema", e);
        }
        return statements;
    }

    private static Connection h2(String scheme, Path database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:"
                        + scheme
                        + ":"
                        + database.toAbsolutePath()
                        + ";DB_CLOSE_ON_EXIT=FALSE;FILE_LOCK=NO;MAX_COMPACT_TIME=0"
                        + ";CACHE_SIZE=32768",
                "sa",
                "");
    }

    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    private static String sql(SyncedTables.Table table) {
        List<String> names = table.columns().stream().map(SyncedTables.Column::name).toList();
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        table.name(),
                        String.join(", ", names),
                        String.join(", ", Collections.nCopies(names.size(), "?")));
    }

    private static void withoutTriggers(Connection connection) throws SQLException {
        try (Statement drop = connection.createStatement()) {
            for (SyncedTables.Table table : SyncedTables.inOrder()) {
                drop.execute("DROP TRIGGER capture_" + table.name());
            }
        }
    }

    private static void insert(
            Connection connection,
            SyncedTables.Table table,
            List<Map<String, @Nullable Object>> rows)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(sql(table))) {
            for (int i = 0; i < rows.size(); i++) {
                int place = 1;
                for (SyncedTables.Column column : table.columns()) {
                    insert.setObject(place++, rows.get(i).get(column.name()));
                }
                insert.addBatch();
                if ((i + 1) % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
    }
}

package org.eventops.sync.server;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eventops.domain.access.Permission;
import org.eventops.domain.access.Writes;
import org.eventops.domain.change.replica.SyncedTables;
import org.flywaydb.core.api.FlywayException;

/**
 * The one definition of who may do what, laid down at the hub as rows. Those that stand are left
 * alone: devices are at work while a hub is prepared again.
 */
final class HubRights {
    /** Rows of two texts, both of them the key. */
    private record Pairs(String table, String first, String second, List<String[]> rows) {}

    private HubRights() {}

    /**
     * @throws FlywayException if the database refuses it; nothing was changed then
     */
    static void lay(DataSource database) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            lay(connection, new Pairs("role_permission", "role", "permission", permissions()));
            lay(connection, new Pairs("permission_write", "tbl", "permission", writes()));
            connection.commit();
        } catch (SQLException e) {
            throw new FlywayException("who may do what could not be laid down", e);
        }
    }

    private static List<String[]> permissions() {
        return DeviceRole.all().entrySet().stream()
                .flatMap(
                        role ->
                                Stream.of(Permission.values())
                                        .filter(role.getValue()::may)
                                        .map(each -> new String[] {role.getKey(), each.name()}))
                .toList();
    }

    private static List<String[]> writes() {
        return SyncedTables.inOrder().stream()
                .map(SyncedTables.Table::name)
                .map(table -> new String[] {table, Writes.to(table).name()})
                .toList();
    }

    private static void lay(Connection connection, Pairs pairs) throws SQLException {
        String given = "unnest(?::text[], ?::text[]) AS g (first, second)";
        List<String> statements =
                List.of(
                        "DELETE FROM sync.%1$s t WHERE NOT EXISTS (SELECT FROM %4$s"
                                + " WHERE t.%2$s = g.first AND t.%3$s = g.second)",
                        "INSERT INTO sync.%1$s (%2$s, %3$s) SELECT g.first, g.second FROM %4$s"
                                + " ON CONFLICT DO NOTHING");
        for (String each : statements) {
            String sql = each.formatted(pairs.table(), pairs.first(), pairs.second(), given);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, column(connection, pairs, 0));
                statement.setArray(2, column(connection, pairs, 1));
                statement.executeUpdate();
            }
        }
    }

    private static Array column(Connection connection, Pairs pairs, int which) throws SQLException {
        Object[] texts = pairs.rows().stream().map(row -> row[which]).toArray();
        return connection.createArrayOf("text", texts);
    }
}

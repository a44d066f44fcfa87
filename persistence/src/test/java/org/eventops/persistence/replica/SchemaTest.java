package org.eventops.persistence.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.persistence.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database's tables against the one definition of what is synced. */
class SchemaTest {
    private static final Set<String> OWN = Set.of("recorded");

    @TempDir static Path folder;

    @BeforeAll
    static void make() {
        Store.open(folder, Clock.systemUTC()).close();
    }

    @Test
    void everyTableHasTheColumnsThatAreSynced() throws SQLException {
        try (Connection connection = StoreProbe.open(folder)) {
            for (SyncedTables.Table table : SyncedTables.inOrder()) {
                assertThat(columns(connection, table.name()))
                        .as(table.name())
                        .containsExactlyInAnyOrderElementsOf(
                                table.columns().stream().map(SchemaTest::described).toList());
            }
        }
    }

    /** A store has one tenant: a key is as unique without it. */
    @Test
    void everyNaturalKeyIsUniqueWithinTheTenant() throws SQLException {
        try (Connection connection = StoreProbe.open(folder)) {
            for (SyncedTables.Table table : SyncedTables.inOrder()) {
                List<Set<String>> wanted = new ArrayList<>(List.of(Set.of("id")));
                if (!table.naturalKey().isEmpty()) {
                    wanted.add(Set.copyOf(table.naturalKey()));
                }
                List<Set<String>> unique =
                        uniqueIndexes(connection, table.name()).values().stream()
                                .map(SchemaTest::withoutTenant)
                                .toList();
                assertThat(unique).as(table.name()).containsExactlyInAnyOrderElementsOf(wanted);
            }
        }
    }

    private static Set<String> withoutTenant(List<String> columns) {
        return columns.stream()
                .filter(column -> !column.equals("tenant"))
                .collect(Collectors.toSet());
    }

    @Test
    void everyTableIsCaptured() throws SQLException {
        try (Connection connection = StoreProbe.open(folder)) {
            List<String> watched =
                    StoreProbe.rows(
                            connection,
                            "SELECT DISTINCT LOWER(event_object_table)"
                                    + " FROM information_schema.triggers");
            assertThat(watched)
                    .containsExactlyInAnyOrderElementsOf(
                            SyncedTables.inOrder().stream()
                                    .map(table -> table.name() + " | ")
                                    .toList());
        }
    }

    private static String described(SyncedTables.Column column) {
        String type =
                switch (column.type()) {
                    case TEXT -> "text";
                    case UUID -> "UUID";
                    case INT -> "INTEGER";
                    case LONG -> "BIGINT";
                    case BOOL -> "BOOLEAN";
                    case TIME -> "TIMESTAMP WITH TIME ZONE 6";
                    case DECIMAL -> "decimal";
                };
        return column.name() + " " + type + (column.optional() ? " NULL" : "");
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows =
                connection
                        .getMetaData()
                        .getColumns(null, "PUBLIC", table.toUpperCase(Locale.ROOT), null)) {
            while (rows.next()) {
                String name = rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                if (!OWN.contains(name)) {
                    String optional = "YES".equals(rows.getString("IS_NULLABLE")) ? " NULL" : "";
                    found.add(name + " " + type(rows) + optional);
                }
            }
        }
        return found;
    }

    private static String type(ResultSet column) throws SQLException {
        String type = column.getString("TYPE_NAME");
        return switch (type) {
            case "CHARACTER VARYING", "CHARACTER" -> "text";
            case "NUMERIC", "DECIMAL" -> "decimal";
            case "TIMESTAMP WITH TIME ZONE" -> type + " " + column.getInt("DECIMAL_DIGITS");
            default -> type;
        };
    }

    private static Map<String, List<String>> uniqueIndexes(Connection connection, String table)
            throws SQLException {
        Map<String, List<String>> found = new HashMap<>();
        try (ResultSet rows =
                connection
                        .getMetaData()
                        .getIndexInfo(
                                null, "PUBLIC", table.toUpperCase(Locale.ROOT), true, false)) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getString("INDEX_NAME"), unused -> new ArrayList<>())
                        .add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return found;
    }
}

package org.eventops.persistence.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.change.replica.RowHash;
import org.eventops.domain.change.replica.SyncedTables;
import org.jspecify.annotations.Nullable;

/**
 * What a store holds, come down to two numbers for each table: by these a restored one is held
 * against the one that was backed up. Of what the exchange with a hub keeps, what a rebuild brings
 * back.
 *
 * @param tables by name
 */
public record Contents(Map<String, ContentHash> tables) {
    /** H2 holds every row of an answer in memory: a whole table would push a door's out. */
    private static final int AT_ONCE = 500;

    private static final List<SyncedTables.Table> MACHINERY =
            List.of(
                    table(
                            "outbox",
                            "number, id, at, frame, segment, place, part, scopes, answered,"
                                    + " outcome, reason, up_to, landed"),
                    table(
                            "sync_cursor",
                            "id, epoch, seq, mark, loading_table, loading_after, loading_mark"),
                    table("sync_alias", "id, target"),
                    table("sync_member", "id, tenant, lineage"));

    public Contents {
        tables = Map.copyOf(tables);
    }

    private static SyncedTables.Table table(String name, String columns) {
        List<SyncedTables.Column> all =
                Arrays.stream(columns.split(", "))
                        .map(each -> new SyncedTables.Column(each, SyncedTables.Type.TEXT, true))
                        .toList();
        return new SyncedTables.Table(name, SyncedTables.Kind.APPEND, all, List.of(), Map.of());
    }

    /**
     * Of the database as this connection sees it.
     *
     * @param progress is asked often whether to go on
     * @throws CancellationException if it says no
     */
    public static Contents of(Connection connection, Progress progress) throws SQLException {
        Map<String, ContentHash> tables = new TreeMap<>();
        for (SyncedTables.Table each :
                Stream.concat(SyncedTables.inOrder().stream(), MACHINERY.stream()).toList()) {
            tables.put(each.name(), sum(connection, each, progress));
        }
        return new Contents(tables);
    }

    private static ContentHash sum(
            Connection connection, SyncedTables.Table table, Progress progress)
            throws SQLException {
        List<String> names = table.columns().stream().map(SyncedTables.Column::name).toList();
        String sql =
                "SELECT %s, _ROWID_ FROM %s WHERE _ROWID_ > ? ORDER BY _ROWID_ FETCH FIRST ? ROWS ONLY"
                        .formatted(String.join(", ", names), table.name());
        ContentHash sum = ContentHash.NONE;
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            long last = Long.MIN_VALUE;
            int read = AT_ONCE;
            while (read == AT_ONCE) {
                progress.throwIfCancelled();
                read = 0;
                query.setLong(1, last);
                query.setInt(2, AT_ONCE);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        sum = sum.plus(RowHash.of(table, row(names, rows)));
                        last = rows.getLong(names.size() + 1);
                        read++;
                    }
                }
            }
        }
        return sum;
    }

    private static Map<String, @Nullable Object> row(List<String> names, ResultSet rows)
            throws SQLException {
        Map<String, @Nullable Object> row = LinkedHashMap.newLinkedHashMap(names.size());
        for (int i = 0; i < names.size(); i++) {
            row.put(names.get(i), rows.getObject(i + 1));
        }
        return row;
    }

    /** Of all tables that people see. */
    public long rows() {
        return SyncedTables.inOrder().stream().mapToLong(table -> of(table.name()).rows()).sum();
    }

    private ContentHash of(String table) {
        return Objects.requireNonNullElse(tables.get(table), ContentHash.NONE);
    }

    /**
     * The first table, by name, in which another has something else; tables that only one of them
     * knows, since it was written by an older program, are passed over.
     */
    public Optional<String> difference(Contents other) {
        return tables.keySet().stream()
                .sorted()
                .filter(other.tables::containsKey)
                .filter(each -> !of(each).equals(other.of(each)))
                .findFirst();
    }
}

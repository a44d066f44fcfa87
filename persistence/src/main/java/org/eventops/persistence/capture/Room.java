package org.eventops.persistence.capture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.SyncedTables;
import org.jspecify.annotations.Nullable;

/**
 * Makes room for a row that is brought back from the journal where another one holds its natural
 * key. The database is later than the journal's word then, and that other one came to hold the key
 * later: what gave it the key is still to be replayed, so that it can be put aside until then.
 */
final class Room {
    private final Connection connection;

    Room(Connection connection) {
        this.connection = connection;
    }

    /** Whether anything was in the way. */
    boolean makeFor(RowChange change) throws SQLException {
        SyncedTables.Table table = SyncedTables.of(change.table());
        boolean made = false;
        Object renamed = after(change, "id");
        if (change.op() == RowChange.Op.UPDATE && renamed != null) {
            made = update("DELETE FROM " + table.name() + " WHERE id = ?", renamed) > 0;
        }
        Optional<UUID> holder = holder(table, change);
        if (holder.isPresent()) {
            putAside(table, holder.get());
            made = true;
        }
        return made;
    }

    private Optional<UUID> holder(SyncedTables.Table table, RowChange change) throws SQLException {
        if (table.naturalKey().isEmpty()) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>(List.of("tenant"));
        names.addAll(table.naturalKey());
        List<@Nullable Object> values = new ArrayList<>(row(table, names, change.key()));
        for (int i = 0; i < names.size(); i++) {
            Object after = after(change, names.get(i));
            values.set(i, after == null ? values.get(i) : after);
        }
        values.add(change.key());
        String sql =
                "SELECT id FROM %s WHERE %s = ? AND id <> ?"
                        .formatted(table.name(), String.join(" = ? AND ", names));
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            set(query, values);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    private List<@Nullable Object> row(SyncedTables.Table table, List<String> names, UUID key)
            throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        String sql =
                "SELECT %s FROM %s WHERE id = ?".formatted(String.join(", ", names), table.name());
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, key);
            try (ResultSet rows = query.executeQuery()) {
                boolean there = rows.next();
                for (int i = 1; i <= names.size(); i++) {
                    values.add(there ? rows.getObject(i) : null);
                }
            }
        }
        return values;
    }

    private void putAside(SyncedTables.Table table, UUID holder) throws SQLException {
        String last = table.naturalKey().getLast();
        if (last.equals("scope")) {
            // A row never changes its scope: it was added later, and will be again.
            update("DELETE FROM " + table.name() + " WHERE id = ?", holder);
            return;
        }
        update(
                "UPDATE %s SET %s = RANDOM_UUID() WHERE id = ?".formatted(table.name(), last),
                holder);
    }

    private int update(String sql, Object key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, key);
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, List<@Nullable Object> values)
            throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(i + 1, values.get(i));
        }
    }

    private static @Nullable Object after(RowChange change, String name) {
        return change.columns().stream()
                .filter(column -> column.name().equals(name))
                .map(RowChange.Column::after)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}

package org.eventops.sync.carry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.Rows;
import org.eventops.domain.change.replica.SyncedTables;
import org.jspecify.annotations.Nullable;

/**
 * Lays changes of another console over the rows here, before the hub has judged them. Nothing that
 * is newer here is touched: a row is added where none is, a column changed where it still has the
 * value it was changed from. What the hub says later replaces it either way.
 */
final class CarriedChanges {
    private final Rows rows;
    private final Set<UUID> scopes;
    private int applied;

    /**
     * @param scopes those this console follows; changes in others are only carried on
     */
    CarriedChanges(Rows rows, Set<UUID> scopes) {
        this.rows = rows;
        this.scopes = scopes;
    }

    /** How many changes took effect. */
    int applied() {
        return applied;
    }

    void lay(List<RowChange> changes) {
        changes.forEach(this::lay);
    }

    private void lay(RowChange change) {
        if (!scopes.contains(change.scope())) {
            return;
        }
        try {
            boolean done =
                    switch (change.op()) {
                        case INSERT -> insert(change);
                        case UPDATE -> update(change);
                        // Only the hub knows whether others refer to it.
                        case DELETE -> false;
                    };
            applied += done ? 1 : 0;
        } catch (Rows.Taken e) {
            // Something here stands against it: the hub will judge.
            return;
        }
    }

    private boolean insert(RowChange change) {
        Map<String, @Nullable Object> row = new HashMap<>();
        for (RowChange.Column column : change.columns()) {
            row.put(column.name(), referred(change.table(), column.name(), column.after()));
        }
        UUID key = rows.alias(change.table(), change.key());
        if (!key.equals(change.key()) || rows.row(change.table(), key).isPresent()) {
            return false;
        }
        Optional<UUID> holder = rows.holder(change.table(), row);
        if (holder.isEmpty()) {
            rows.put(change.table(), key, row);
            return true;
        }
        if (!change.table().equals("event")) {
            // The same thing was made here, too: what refers to it must find it.
            rows.rekey(change.table(), change.key(), holder.get());
        }
        return false;
    }

    private boolean update(RowChange change) {
        UUID key = rows.alias(change.table(), change.key());
        Optional<Map<String, @Nullable Object>> row = rows.row(change.table(), key);
        if (row.isEmpty()) {
            return false;
        }
        Map<String, @Nullable Object> set = new HashMap<>();
        for (RowChange.Column column : change.columns()) {
            Object before = referred(change.table(), column.name(), column.before());
            if (Objects.equals(row.get().get(column.name()), before)) {
                set.put(column.name(), referred(change.table(), column.name(), column.after()));
            }
        }
        if (set.isEmpty()) {
            return false;
        }
        rows.update(change.table(), key, set);
        return true;
    }

    private @Nullable Object referred(String table, String column, @Nullable Object value) {
        String to = SyncedTables.of(table).references().get(column);
        return to == null || value == null ? value : rows.alias(to, (UUID) value);
    }
}

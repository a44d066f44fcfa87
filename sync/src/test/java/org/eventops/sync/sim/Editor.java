package org.eventops.sync.sim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.Rows.Taken;
import org.jspecify.annotations.Nullable;

/** What a person's work does to a store's rows, written down change by change. */
final class Editor implements Editing {
    private final StoreState state;
    private final List<RowChange> changes = new ArrayList<>();

    Editor(StoreState state) {
        this.state = state;
    }

    List<RowChange> changes() {
        return changes;
    }

    @Override
    public @Nullable Map<String, @Nullable Object> row(Key key) {
        return state.rows.get(key);
    }

    @Override
    public boolean free(String table, Map<String, @Nullable Object> columns) {
        return Row.holder(state.rows, table, columns) == null;
    }

    @Override
    public void insert(String table, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> row = Row.of(columns);
        Key key = new Key(table, Row.id(row));
        Constraints.check(state.rows, key, row);
        state.rows.put(key, row);
        // a key made here stands for itself, whatever stood for another before
        state.aliases.remove(key);
        List<RowChange.Column> all = new ArrayList<>();
        row.forEach((name, value) -> all.add(new RowChange.Column(name, null, value)));
        changes.add(new RowChange(table, Row.scope(row), RowChange.Op.INSERT, key.id(), all));
    }

    @Override
    public void nonsense(String table, UUID id, String column, Object value) {
        update(new Key(table, id), Map.of(column, value));
    }

    @Override
    public void update(Key key, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> row = Objects.requireNonNull(state.rows.get(key));
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(columns);
        changed.entrySet()
                .removeIf(column -> Objects.equals(row.get(column.getKey()), column.getValue()));
        if (changed.isEmpty()) {
            return;
        }
        Map<String, @Nullable Object> next = Row.with(row, changed);
        Constraints.check(state.rows, key, next);
        state.rows.put(key, next);
        List<RowChange.Column> all = new ArrayList<>();
        changed.forEach((name, value) -> all.add(new RowChange.Column(name, row.get(name), value)));
        changes.add(new RowChange(key.table(), Row.scope(row), RowChange.Op.UPDATE, key.id(), all));
    }

    /**
     * @return false if something refers to it
     */
    @Override
    public boolean delete(Key key) {
        Map<String, @Nullable Object> row = Objects.requireNonNull(state.rows.get(key));
        if (Constraints.referred(state.rows, key)) {
            return false;
        }
        state.rows.remove(key);
        List<RowChange.Column> all = new ArrayList<>();
        row.forEach((name, value) -> all.add(new RowChange.Column(name, value, null)));
        changes.add(new RowChange(key.table(), Row.scope(row), RowChange.Op.DELETE, key.id(), all));
        return true;
    }

    /** What a store holds together by itself. */
    static final class Constraints {
        private Constraints() {}

        static void check(
                Map<Key, Map<String, @Nullable Object>> rows,
                Key key,
                Map<String, @Nullable Object> row) {
            UUID holder = Row.holder(rows, key.table(), row);
            if (holder != null && !holder.equals(key.id())) {
                throw new Taken(key.table() + " " + key.id() + " by " + holder);
            }
            if (key.table().equals("ticket")
                    && row.get("order_id") instanceof UUID order
                    && !rows.containsKey(new Key("ticket_order", order))) {
                throw new Taken("no order " + order);
            }
        }

        static boolean referred(Map<Key, Map<String, @Nullable Object>> rows, Key key) {
            return key.table().equals("ticket_order")
                    && rows.entrySet().stream()
                            .anyMatch(
                                    row ->
                                            row.getKey().table().equals("ticket")
                                                    && key.id()
                                                            .equals(
                                                                    row.getValue()
                                                                            .get("order_id")));
        }
    }
}

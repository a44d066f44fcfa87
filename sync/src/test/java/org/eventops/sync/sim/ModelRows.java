package org.eventops.sync.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.Rows;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.sync.sim.Editor.Constraints;
import org.jspecify.annotations.Nullable;

/** A store's rows inside one transaction of its replica. */
final class ModelRows implements Rows {
    private final StoreState state;
    private final Set<Bug> bugs;
    private final HubAudit audit;
    private @Nullable Key lastPut;

    ModelRows(StoreState state, Set<Bug> bugs, HubAudit audit) {
        this.audit = audit;
        this.state = state;
        this.bugs = bugs;
    }

    @Nullable Key lastPut() {
        return lastPut;
    }

    @Override
    public Optional<Map<String, @Nullable Object>> row(String table, UUID key) {
        return Optional.ofNullable(state.rows.get(new Key(table, key)));
    }

    @Override
    public void put(String table, UUID id, Map<String, @Nullable Object> columns) {
        Key key = new Key(table, id);
        Map<String, @Nullable Object> row = Row.of(columns);
        Constraints.check(state.rows, key, row);
        state.rows.put(key, row);
        state.aliases.remove(key);
        lastPut = key;
    }

    @Override
    public boolean insertAll(String table, List<Map<String, @Nullable Object>> rows) {
        Map<Key, Map<String, @Nullable Object>> before = new LinkedHashMap<>(state.rows);
        try {
            for (Map<String, @Nullable Object> columns : rows) {
                Key key = new Key(table, Row.id(columns));
                Map<String, @Nullable Object> row = Row.of(columns);
                Constraints.check(state.rows, key, row);
                if (state.rows.put(key, row) != null) {
                    throw new Taken("is there: " + key);
                }
            }
        } catch (Taken taken) {
            state.rows.clear();
            state.rows.putAll(before);
            return false;
        }
        rows.forEach(row -> state.aliases.remove(new Key(table, Row.id(row))));
        return true;
    }

    @Override
    public void update(String table, UUID id, Map<String, @Nullable Object> columns) {
        Key key = new Key(table, id);
        Map<String, @Nullable Object> row = state.rows.get(key);
        if (row != null) {
            Map<String, @Nullable Object> next = Row.with(row, columns);
            Constraints.check(state.rows, key, next);
            state.rows.put(key, next);
            lastPut = key;
        }
    }

    @Override
    public void delete(String table, UUID id) {
        Key key = new Key(table, id);
        state.aliases.remove(key);
        if (state.rows.containsKey(key)) {
            if (Constraints.referred(state.rows, key)) {
                throw new Taken("referred to: " + key);
            }
            state.rows.remove(key);
        }
    }

    @Override
    public Optional<UUID> holder(String table, Map<String, @Nullable Object> columns) {
        return Optional.ofNullable(Row.holder(state.rows, table, columns));
    }

    @Override
    public void rekey(String table, UUID from, UUID to) {
        if (from.equals(to)) {
            return;
        }
        Key key = new Key(table, from);
        for (Map.Entry<Key, Map<String, @Nullable Object>> row :
                new ArrayList<>(state.rows.entrySet())) {
            Map<String, @Nullable Object> next = row.getValue();
            for (Map.Entry<String, String> reference :
                    SyncedTables.of(row.getKey().table()).references().entrySet()) {
                if (reference.getValue().equals(table)
                        && from.equals(next.get(reference.getKey()))) {
                    next = Row.with(next, Map.of(reference.getKey(), to));
                }
            }
            state.rows.put(row.getKey(), next);
        }
        state.rows.remove(key);
        state.aliases.remove(new Key(table, to));
        state.aliases.put(key, to);
    }

    @Override
    public UUID alias(String table, UUID key) {
        if (bugs.contains(Bug.ALIAS_NOT_APPLIED_TO_PENDING)) {
            return key;
        }
        UUID at = key;
        for (int i = 0; i < 20; i++) {
            UUID next = state.aliases.get(new Key(table, at));
            if (next == null) {
                return at;
            }
            at = next;
        }
        throw new IllegalStateException("aliases in a circle");
    }

    @Override
    public void cursor(Cursor cursor) {
        Cursor.Loading loading = cursor.loading();
        boolean last = bugs.contains(Bug.LOAD_CLOCK_OF_LAST_CHUNK);
        if (last
                && loading != null
                && loading.table().isEmpty()
                && cursor.seq() == loading.from()) {
            state.cursors.put(
                    cursor.scope(),
                    new Cursor(
                            cursor.scope(),
                            cursor.epoch(),
                            loading.whole(),
                            audit.markAt(cursor.scope(), loading.whole()),
                            null));
            return;
        }
        state.cursors.put(cursor.scope(), cursor);
    }

    @Override
    public void drop(UUID scope) {
        state.rows.values().removeIf(row -> Row.scope(row).equals(scope));
        state.cursors.remove(scope);
        state.outbox.replaceAll(
                (number, sent) ->
                        sent.receipt() != null && sent.touches(scope)
                                ? sent.landedIn(scope)
                                : sent);
    }

    @Override
    public void receipt(Receipt receipt, Instant at) {
        state.outbox.replaceAll(
                (number, sent) ->
                        sent.mutation().id().equals(receipt.id())
                                ? sent.answered(receipt, at)
                                : sent);
    }

    @Override
    public void landed(UUID mutation, UUID scope) {
        state.outbox.replaceAll(
                (number, sent) ->
                        sent.mutation().id().equals(mutation) ? sent.landedIn(scope) : sent);
    }

    @Override
    public Staging staging(UUID scope) {
        return new Beside(scope);
    }

    private final class Beside implements Staging {
        private final UUID scope;

        Beside(UUID scope) {
            this.scope = scope;
        }

        @Override
        public void insertAll(String table, List<Map<String, @Nullable Object>> rows) {
            rows.forEach(row -> state.staging.put(new Key(table, Row.id(row)), Row.of(row)));
        }

        @Override
        public void swapIn() {
            Map<Key, Map<String, @Nullable Object>> next = new LinkedHashMap<>(state.rows);
            next.values().removeIf(row -> Row.scope(row).equals(scope));
            for (SyncedTables.Table table : SyncedTables.inOrder()) {
                state.staging.forEach(
                        (key, row) -> {
                            if (key.table().equals(table.name()) && Row.scope(row).equals(scope)) {
                                Constraints.check(next, key, row);
                                next.put(key, row);
                            }
                        });
            }
            state.staging.keySet().forEach(state.aliases::remove);
            state.rows.clear();
            state.rows.putAll(next);
            if (bugs.contains(Bug.RELOAD_EMPTIES_OUTBOX)) {
                state.outbox.clear();
            }
            clear();
        }

        @Override
        public void clear() {
            state.staging.values().removeIf(row -> Row.scope(row).equals(scope));
        }
    }
}

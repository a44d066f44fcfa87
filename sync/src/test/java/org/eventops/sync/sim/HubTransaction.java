package org.eventops.sync.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.FeedTransaction.Op;
import org.eventops.sync.sim.HubState.Version;
import org.jspecify.annotations.Nullable;

/** One transaction of the hub: rows with their entries, and the way back. */
class HubTransaction {
    /** An entry before it has its number. */
    record Draft(Op op, String table, UUID key, Map<String, @Nullable Object> columns) {}

    final HubState state;
    final Version version;
    final Supplier<UUID> ids;
    final Instant now;
    private final Map<UUID, List<Draft>> drafts = new LinkedHashMap<>();
    private final List<Runnable> undo = new ArrayList<>();
    boolean conflict;
    boolean merged;

    HubTransaction(HubState state, Version version, Supplier<UUID> ids, Instant now) {
        this.state = state;
        this.version = version;
        this.ids = ids;
        this.now = now;
    }

    @Nullable Map<String, @Nullable Object> row(Key key) {
        return state.rows.get(key);
    }

    void set(Key key, @Nullable Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> before = state.rows.get(key);
        undo.add(() -> restore(key, before));
        if (row == null) {
            state.rows.remove(key);
        } else {
            state.rows.put(key, Row.of(row));
        }
    }

    private void restore(Key key, @Nullable Map<String, @Nullable Object> before) {
        if (before == null) {
            state.rows.remove(key);
        } else {
            state.rows.put(key, before);
        }
    }

    void bury(Key key, Map<String, @Nullable Object> row) {
        state.tombstones.put(key, row);
        undo.add(() -> state.tombstones.remove(key));
        set(key, null);
    }

    void dig(Key key) {
        Map<String, @Nullable Object> was = state.tombstones.remove(key);
        if (was != null) {
            undo.add(() -> state.tombstones.put(key, was));
        }
    }

    void alias(Key from, UUID to) {
        state.aliases.put(from, to);
        undo.add(() -> state.aliases.remove(from));
    }

    @Nullable Version version(Key key, String column) {
        return state.versions.getOrDefault(key, Map.of()).get(column);
    }

    void version(Key key, String column, Version by) {
        Map<String, Version> all = state.versions.computeIfAbsent(key, k -> new HashMap<>());
        Version before = all.put(column, by);
        undo.add(
                () -> {
                    if (before == null) {
                        all.remove(column);
                    } else {
                        all.put(column, before);
                    }
                });
    }

    void scanned(UUID scan) {
        state.scanOrder.add(scan);
        undo.add(() -> state.scanOrder.remove(scan));
    }

    void openScope(UUID scope) {
        if (!state.scopes.containsKey(scope)) {
            HubState.ScopeLog made = new HubState.ScopeLog();
            made.epoch = state.scopes.values().stream().mapToLong(log -> log.epoch).max().orElse(1);
            state.scopes.put(scope, made);
            undo.add(() -> state.scopes.remove(scope));
        }
    }

    void tell(UUID scope, Op op, Key key, Map<String, @Nullable Object> columns) {
        drafts.computeIfAbsent(scope, s -> new ArrayList<>())
                .add(new Draft(op, key.table(), key.id(), columns));
    }

    void tellRow(Key key) {
        Map<String, @Nullable Object> row = row(key);
        if (row != null) {
            tell(Row.scope(row), Op.ROW, key, row);
        }
    }

    /** Whole, or gone: whatever holds. */
    void restate(UUID scope, Key key) {
        Map<String, @Nullable Object> row = row(key);
        if (row == null) {
            tell(scope, Op.GONE, key, Map.of());
        } else {
            tell(Row.scope(row), Op.ROW, key, row);
        }
    }

    /** A row the hub makes by itself. */
    void raise(UUID scope, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> row = new HashMap<>(columns);
        row.put("scope", scope);
        Key key = new Key("conflict", Row.id(row));
        set(key, row);
        for (SyncedTables.Column column : SyncedTables.of("conflict").columns()) {
            version(key, column.name(), version);
        }
        tellRow(key);
        conflict = true;
    }

    void rollback() {
        for (int i = undo.size() - 1; i >= 0; i--) {
            undo.get(i).run();
        }
        undo.clear();
        drafts.clear();
        conflict = false;
        merged = false;
    }

    /** Gives the entries their numbers; a scope without entries gets no transaction. */
    List<FeedTransaction> commit(@Nullable UUID mutation) {
        List<FeedTransaction> done = new ArrayList<>();
        drafts.forEach(
                (scope, entries) -> {
                    HubState.ScopeLog log = state.scopes.get(scope);
                    if (log != null) {
                        done.add(append(scope, log, mutation, entries));
                    }
                });
        return done;
    }

    private FeedTransaction append(
            UUID scope, HubState.ScopeLog log, @Nullable UUID mutation, List<Draft> entries) {
        long first = log.seq + 1;
        List<FeedTransaction.Entry> numbered = new ArrayList<>();
        for (Draft draft : entries) {
            numbered.add(
                    new FeedTransaction.Entry(
                            ++log.seq,
                            draft.op(),
                            draft.table(),
                            draft.key(),
                            draft.columns(),
                            version.at()));
        }
        FeedTransaction transaction =
                new FeedTransaction(scope, ids.get(), mutation, first, log.seq, numbered);
        log.feed.add(transaction);
        return transaction;
    }
}

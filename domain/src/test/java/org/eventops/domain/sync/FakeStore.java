package org.eventops.domain.sync;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eventops.domain.change.DirectTransactions;
import org.eventops.domain.change.replica.Rows.Taken;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.domain.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Rows, conflicts and settings in memory, with transactions that are all or nothing. */
final class FakeStore implements DirectTransactions, SyncedRows, ConflictRepository, Settings {
    private Map<String, Map<UUID, Map<String, @Nullable Object>>> tables = new HashMap<>();
    private Map<UUID, Conflict> conflicts = new LinkedHashMap<>();
    private Map<String, String> settings = new HashMap<>();

    void add(Conflict conflict) {
        conflicts.put(conflict.id(), conflict);
    }

    void add(String table, Map<String, @Nullable Object> columns) {
        insert(table, columns);
    }

    List<Map<String, @Nullable Object>> all(String table) {
        return List.copyOf(of(table).values());
    }

    private Map<UUID, Map<String, @Nullable Object>> of(String table) {
        SyncedTables.of(table);
        return tables.computeIfAbsent(table, name -> new LinkedHashMap<>());
    }

    @Override
    public Optional<Map<String, @Nullable Object>> row(String table, UUID key) {
        return Optional.ofNullable(of(table).get(key)).map(HashMap::new);
    }

    @Override
    public void insert(String table, Map<String, @Nullable Object> columns) {
        UUID key = (UUID) Objects.requireNonNull(columns.get("id"));
        if (of(table).containsKey(key)) {
            throw new Taken("id");
        }
        checkNaturalKey(table, key, columns);
        of(table).put(key, new HashMap<>(columns));
    }

    private void checkNaturalKey(String table, UUID key, Map<String, @Nullable Object> columns) {
        List<String> natural = SyncedTables.of(table).naturalKey();
        boolean taken =
                !natural.isEmpty()
                        && of(table).entrySet().stream()
                                .filter(each -> !each.getKey().equals(key))
                                .anyMatch(
                                        each ->
                                                natural.stream()
                                                        .allMatch(
                                                                name ->
                                                                        Objects.equals(
                                                                                each.getValue()
                                                                                        .get(name),
                                                                                columns.get(
                                                                                        name))));
        if (taken) {
            throw new Taken(table);
        }
    }

    @Override
    public boolean update(String table, UUID key, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> row = of(table).get(key);
        if (row == null) {
            return false;
        }
        Map<String, @Nullable Object> next = new HashMap<>(row);
        next.putAll(columns);
        checkNaturalKey(table, key, next);
        of(table).put(key, next);
        return true;
    }

    @Override
    public boolean delete(String table, UUID key) {
        boolean referred =
                SyncedTables.inOrder().stream()
                        .anyMatch(
                                other ->
                                        other.references().entrySet().stream()
                                                .filter(each -> each.getValue().equals(table))
                                                .anyMatch(
                                                        each ->
                                                                of(other.name()).values().stream()
                                                                        .anyMatch(
                                                                                row ->
                                                                                        key.equals(
                                                                                                row
                                                                                                        .get(
                                                                                                                each
                                                                                                                        .getKey())))));
        if (referred) {
            throw new Taken(table);
        }
        return of(table).remove(key) != null;
    }

    @Override
    public List<Conflict> list(Query query) {
        return conflicts.values().stream()
                .filter(each -> query.resolvedToo() || each.resolved() == null)
                .filter(each -> query.kinds().isEmpty() || query.kinds().contains(each.kind()))
                .filter(each -> query.scope() == null || query.scope().equals(each.scope()))
                .sorted(
                        Comparator.comparing((Conflict each) -> each.resolved() != null)
                                .thenComparing(Conflict::raised, Comparator.reverseOrder()))
                .limit(query.most())
                .toList();
    }

    @Override
    public int open() {
        return (int) conflicts.values().stream().filter(each -> each.resolved() == null).count();
    }

    @Override
    public Optional<Conflict> find(UUID id) {
        return Optional.ofNullable(conflicts.get(id));
    }

    @Override
    public void resolve(UUID id, Instant at, String by, String taken) {
        mark(id, at, by, taken);
    }

    @Override
    public void reopen(UUID id) {
        mark(id, null, null, null);
    }

    private void mark(UUID id, @Nullable Instant at, @Nullable String by, @Nullable String taken) {
        conflicts.computeIfPresent(
                id,
                (key, c) ->
                        new Conflict(
                                c.id(),
                                c.scope(),
                                c.kind(),
                                c.what(),
                                c.table(),
                                c.row(),
                                c.field(),
                                c.loser(),
                                c.winner(),
                                c.raised(),
                                at,
                                by,
                                taken));
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    @Override
    public void put(String key, String value) {
        settings.put(key, value);
    }

    @Override
    public Map<String, String> under(String prefix) {
        throw new UnsupportedOperationException("not asked here");
    }

    /** What this console alone remembers is lost, as on another console. */
    void forgetOwn() {
        settings.clear();
    }

    @Override
    public <T> T write(Supplier<T> work) {
        Map<String, Map<UUID, Map<String, @Nullable Object>>> before = new HashMap<>();
        tables.forEach((name, rows) -> before.put(name, new LinkedHashMap<>(rows)));
        Map<UUID, Conflict> conflictsBefore = new LinkedHashMap<>(conflicts);
        Map<String, String> settingsBefore = new HashMap<>(settings);
        try {
            return work.get();
        } catch (RuntimeException e) {
            tables = before;
            conflicts = conflictsBefore;
            settings = settingsBefore;
            throw e;
        }
    }
}

package org.eventops.console.tour;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.ConflictRepository;
import org.eventops.domain.sync.SyncedRows;
import org.jspecify.annotations.Nullable;

/** Conflicts and their rows in memory, for pictures and for tests of windows. */
public final class PictureConflicts implements ConflictRepository, SyncedRows, LocalChanges {
    private final LocalChanges others;
    private final List<Consumer<LocalChange>> listeners = new CopyOnWriteArrayList<>();
    private final Map<UUID, Conflict> all = new HashMap<>();
    private final Map<UUID, Map<String, @Nullable Object>> rows = new HashMap<>();

    /**
     * @param others the changes of the store, which are told as well
     */
    public PictureConflicts(LocalChanges others) {
        this.others = others;
    }

    /** From now on there are these, and no others. */
    public void show(List<Conflict> conflicts, List<Map<String, @Nullable Object>> known) {
        synchronized (this) {
            all.clear();
            rows.clear();
            conflicts.forEach(each -> all.put(each.id(), each));
            known.forEach(each -> rows.put((UUID) each.get("id"), each));
        }
        tell();
    }

    private void tell() {
        LocalChange change = new LocalChange(Feature.SYNC, Set.of());
        listeners.forEach(each -> each.accept(change));
    }

    @Override
    public Subscription listen(Consumer<LocalChange> listener) {
        Subscription stored = others.listen(listener);
        listeners.add(listener);
        return () -> {
            listeners.remove(listener);
            stored.close();
        };
    }

    @Override
    public synchronized List<Conflict> list(Query query) {
        List<Conflict> found = new ArrayList<>(all.values());
        found.removeIf(each -> !query.resolvedToo() && each.resolved() != null);
        found.removeIf(each -> !query.kinds().isEmpty() && !query.kinds().contains(each.kind()));
        found.removeIf(each -> query.scope() != null && !query.scope().equals(each.scope()));
        found.sort(
                Comparator.comparing((Conflict each) -> each.resolved() != null)
                        .thenComparing(Conflict::raised, Comparator.reverseOrder())
                        .thenComparing(Conflict::id));
        return found.stream().limit(query.most()).toList();
    }

    @Override
    public synchronized int open() {
        return (int) all.values().stream().filter(each -> each.resolved() == null).count();
    }

    @Override
    public synchronized Optional<Conflict> find(UUID id) {
        return Optional.ofNullable(all.get(id));
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
        synchronized (this) {
            all.computeIfPresent(id, (key, c) -> marked(c, at, by, taken));
        }
        tell();
    }

    private static Conflict marked(
            Conflict c, @Nullable Instant at, @Nullable String by, @Nullable String taken) {
        return new Conflict(
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
                taken);
    }

    @Override
    public synchronized Optional<Map<String, @Nullable Object>> row(String table, UUID key) {
        return Optional.ofNullable(rows.get(key)).map(HashMap::new);
    }

    @Override
    public synchronized void insert(String table, Map<String, @Nullable Object> columns) {
        rows.put((UUID) columns.get("id"), columns);
    }

    @Override
    public synchronized boolean update(
            String table, UUID key, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> row = rows.get(key);
        if (row != null) {
            Map<String, @Nullable Object> next = new HashMap<>(row);
            next.putAll(columns);
            rows.put(key, next);
        }
        return row != null;
    }

    @Override
    public synchronized boolean delete(String table, UUID key) {
        return rows.remove(key) != null;
    }
}

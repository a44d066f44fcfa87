package org.eventops.sync.sim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.RowChange.Op;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.sim.HubState.Version;
import org.jspecify.annotations.Nullable;

/** Merges the row changes of one mutation: docs/sync.md, "Merging a row change". */
final class Merge {
    private static final Set<String> IDENTITY = Set.of("id", "tenant", "scope");
    private static final Set<String> RESOLUTION = Set.of("resolved", "resolved_by", "taken");

    private final HubTransaction tx;
    private final HubState state;
    private final Set<Bug> bugs;
    private final Duplicates duplicates;
    private final Stock stock;

    Merge(HubTransaction tx, Set<Bug> bugs) {
        this.tx = tx;
        this.state = tx.state;
        this.bugs = bugs;
        this.duplicates = new Duplicates(tx, bugs);
        this.stock = new Stock(tx, bugs);
    }

    void all(List<RowChange> changes) {
        for (RowChange change : changes) {
            one(change);
        }
        duplicates.settle();
    }

    private void one(RowChange change) {
        SyncedTables.Table table = SyncedTables.of(change.table());
        Key asked = new Key(change.table(), change.key());
        Key key = new Key(change.table(), alias(change.table(), change.key()));
        switch (table.kind()) {
            case HUB -> resolve(key, change);
            case APPEND -> append(asked, key, change);
            case MERGED -> {
                switch (change.op()) {
                    case INSERT -> insert(asked, key, change);
                    case UPDATE -> update(key, change, values(change, false), values(change, true));
                    case DELETE -> delete(key, change);
                }
            }
        }
    }

    private UUID alias(String table, UUID key) {
        return bugs.contains(Bug.ALIAS_NOT_APPLIED_AT_HUB) ? key : state.alias(table, key);
    }

    private Map<String, @Nullable Object> values(RowChange change, boolean after) {
        Map<String, String> references = SyncedTables.of(change.table()).references();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (RowChange.Column column : change.columns()) {
            Object value = after ? column.after() : column.before();
            String referred = references.get(column.name());
            values.put(
                    column.name(),
                    referred != null && value instanceof UUID id ? alias(referred, id) : value);
        }
        return values;
    }

    private void resolve(Key key, RowChange change) {
        boolean allowed =
                key.table().equals("conflict")
                        && change.op() == Op.UPDATE
                        && change.columns().stream().allMatch(c -> RESOLUTION.contains(c.name()));
        if (!allowed) {
            throw new Rejection("ROLE");
        }
        update(key, change, values(change, false), values(change, true));
    }

    private void append(Key asked, Key key, RowChange change) {
        if (change.op() != Op.INSERT) {
            throw new Rejection("ROLE");
        }
        if (tx.row(key) != null) {
            tx.merged = true;
            return;
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>(values(change, true));
        parents(key.table(), row, true);
        UUID holder = Row.holder(state.rows, key.table(), row);
        if (holder != null) {
            becomes(asked, new Key(key.table(), holder));
            return;
        }
        add(key, row);
        if (key.table().equals("scan")) {
            tx.scanned(key.id());
            duplicates.touched(row);
        } else if (key.table().equals("scan_undo")) {
            duplicates.undone(row);
        } else if (key.table().equals("stock_sale")) {
            stock.sold(key, row);
        }
    }

    private void becomes(Key from, Key to) {
        tx.alias(from, to.id());
        tx.tell(
                Row.scope(Objects.requireNonNull(tx.row(to))),
                FeedTransaction.Op.ALIAS,
                from,
                Map.of("id", to.id()));
        tx.tellRow(to);
        tx.merged = true;
    }

    private void add(Key key, Map<String, @Nullable Object> row) {
        tx.set(key, row);
        row.keySet().forEach(column -> tx.version(key, column, tx.version));
        tx.tellRow(key);
    }

    private void insert(Key asked, Key key, RowChange change) {
        Map<String, @Nullable Object> after = values(change, true);
        Map<String, @Nullable Object> before = new HashMap<>();
        after.keySet().forEach(name -> before.put(name, null));
        if (tx.row(key) != null || state.tombstones.containsKey(key)) {
            update(key, change, before, after);
            return;
        }
        parents(key.table(), after, false);
        UUID holder = Row.holder(state.rows, key.table(), after);
        if (holder == null) {
            add(key, after);
        } else if (key.table().equals("event")) {
            String slug = Row.text(after, "slug");
            after.put("slug", freeSlug(slug));
            add(key, after);
            raise(key, "SLUG", "slug", slug, after.get("slug"), change.scope());
        } else {
            Key same = new Key(key.table(), holder);
            tx.alias(asked, holder);
            tx.tell(change.scope(), FeedTransaction.Op.ALIAS, asked, Map.of("id", holder));
            merge(same, before, after);
            tx.tellRow(same);
            tx.merged = true;
        }
    }

    private String freeSlug(String slug) {
        for (int n = 2; ; n++) {
            String next = slug + '-' + n;
            if (Row.holder(state.rows, "event", Map.of("slug", next)) == null) {
                return next;
            }
        }
    }

    private void update(
            Key key,
            RowChange change,
            Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after) {
        if (tx.row(key) == null) {
            if (!state.tombstones.containsKey(key)) {
                throw new Rejection("NO_ROW");
            }
            raise(key, "DELETED", null, after, "gone", change.scope());
            tx.tell(change.scope(), FeedTransaction.Op.GONE, key, Map.of());
            return;
        }
        Merged merged = merge(key, before, after);
        Map<String, @Nullable Object> row = Objects.requireNonNull(tx.row(key));
        Set<String> told = new LinkedHashSet<>(merged.set);
        if (!bugs.contains(Bug.RESTATE_MISSING)) {
            told.addAll(merged.lost);
        }
        if (told.stream().anyMatch(name -> ofKey(key.table(), name))) {
            tx.tellRow(key);
        } else if (!told.isEmpty()) {
            Map<String, @Nullable Object> fields = new HashMap<>();
            told.forEach(name -> fields.put(name, row.get(name)));
            tx.tell(Row.scope(row), FeedTransaction.Op.FIELDS, key, fields);
        }
    }

    private static boolean ofKey(String table, String column) {
        SyncedTables.Table of = SyncedTables.of(table);
        return of.naturalKey().contains(column) || of.references().containsKey(column);
    }

    /** Which columns were set, and which lost. */
    private record Merged(List<String> set, List<String> lost) {}

    private Merged merge(
            Key key, Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        Merged result = new Merged(new ArrayList<>(), new ArrayList<>());
        Map<String, @Nullable Object> winning = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> column : after.entrySet()) {
            if (!IDENTITY.contains(column.getKey())) {
                field(
                        key,
                        column.getKey(),
                        before.get(column.getKey()),
                        column.getValue(),
                        winning,
                        result);
            }
        }
        naturalKey(key, winning, result);
        Map<String, @Nullable Object> row = Objects.requireNonNull(tx.row(key));
        Map<String, @Nullable Object> refs = new LinkedHashMap<>(winning);
        parents(key.table(), refs, false);
        tx.set(key, Row.with(row, winning));
        winning.keySet().forEach(name -> tx.version(key, name, tx.version));
        result.set.addAll(winning.keySet());
        return result;
    }

    private void field(
            Key key,
            String name,
            @Nullable Object before,
            @Nullable Object after,
            Map<String, @Nullable Object> winning,
            Merged result) {
        Map<String, @Nullable Object> row = Objects.requireNonNull(tx.row(key));
        Object now = row.get(name);
        if (Objects.equals(now, before) && !Objects.equals(now, after)) {
            winning.put(name, after);
            return;
        }
        if (Objects.equals(now, after)) {
            tx.merged = true;
            return;
        }
        Version set = tx.version(key, name);
        if (set != null && tx.version.before(set)) {
            result.lost.add(name);
            tx.merged = true;
            raise(key, "FIELD", name, after, now, Row.scope(row));
        } else {
            winning.put(name, after);
            raise(key, "FIELD", name, now, after, Row.scope(row));
        }
    }

    /** What another row is called already is not taken, but for slugs, which get a suffix. */
    private void naturalKey(Key key, Map<String, @Nullable Object> winning, Merged result) {
        List<String> names = SyncedTables.of(key.table()).naturalKey();
        if (winning.keySet().stream().noneMatch(names::contains)) {
            return;
        }
        Map<String, @Nullable Object> row = Objects.requireNonNull(tx.row(key));
        UUID holder = Row.holder(state.rows, key.table(), Row.with(row, winning));
        if (holder == null || holder.equals(key.id())) {
            return;
        }
        if (key.table().equals("event")) {
            Object asked = winning.get("slug");
            String given = freeSlug(String.valueOf(asked));
            winning.put("slug", given);
            raise(key, "SLUG", "slug", asked, given, Row.scope(row));
            return;
        }
        for (String name : names) {
            if (winning.containsKey(name)) {
                raise(key, "FIELD", name, winning.remove(name), row.get(name), Row.scope(row));
                result.lost.add(name);
            }
        }
    }

    private void delete(Key key, RowChange change) {
        Map<String, @Nullable Object> row = tx.row(key);
        if (row == null) {
            if (!state.tombstones.containsKey(key)) {
                throw new Rejection("NO_ROW");
            }
            tx.merged = true;
            return;
        }
        if (referred(key) && !bugs.contains(Bug.REFERRED_DELETED)) {
            raise(key, "DELETED", null, "deletion", row, Row.scope(row));
            tx.tellRow(key);
            return;
        }
        Map<String, @Nullable Object> seen = values(change, false);
        Map<String, @Nullable Object> later = new HashMap<>();
        row.forEach(
                (name, value) -> {
                    if (!IDENTITY.contains(name) && !Objects.equals(value, seen.get(name))) {
                        later.put(name, value);
                    }
                });
        tx.bury(key, row);
        tx.tell(Row.scope(row), FeedTransaction.Op.GONE, key, Map.of());
        if (!later.isEmpty()) {
            raise(key, "DELETED", null, later, "gone", Row.scope(row));
        }
    }

    private boolean referred(Key key) {
        for (Map.Entry<Key, Map<String, @Nullable Object>> other : state.rows.entrySet()) {
            for (Map.Entry<String, String> reference :
                    SyncedTables.of(other.getKey().table()).references().entrySet()) {
                if (reference.getValue().equals(key.table())
                        && key.id().equals(other.getValue().get(reference.getKey()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void parents(String table, Map<String, @Nullable Object> row, boolean revive) {
        for (Map.Entry<String, String> reference : SyncedTables.of(table).references().entrySet()) {
            if (row.get(reference.getKey()) instanceof UUID id) {
                Key parent = new Key(reference.getValue(), id);
                if (tx.row(parent) == null) {
                    if (!revive || bugs.contains(Bug.SCAN_OF_DELETED_REFUSED)) {
                        throw new Rejection("NO_PARENT");
                    }
                    row.put(reference.getKey(), revive(parent));
                }
            }
        }
    }

    /** A deleted row comes back because something happened to it where it was not deleted yet. */
    private UUID revive(Key key) {
        Map<String, @Nullable Object> was = state.tombstones.get(key);
        if (was == null) {
            throw new Rejection("NO_PARENT");
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>(was);
        parents(key.table(), row, true);
        UUID holder = Row.holder(state.rows, key.table(), row);
        tx.dig(key);
        if (holder != null) {
            tx.alias(key, holder);
            tx.tell(Row.scope(row), FeedTransaction.Op.ALIAS, key, Map.of("id", holder));
            tx.tellRow(new Key(key.table(), holder));
            raise(new Key(key.table(), holder), "DELETED", null, "deletion", row, Row.scope(row));
            return holder;
        }
        add(key, row);
        raise(key, "DELETED", null, "deletion", row, Row.scope(row));
        return key.id();
    }

    private void raise(
            Key key,
            String kind,
            @Nullable String field,
            @Nullable Object loser,
            @Nullable Object winner,
            UUID scope) {
        if (bugs.contains(Bug.LOSER_DISCARDED) && kind.equals("FIELD")) {
            return;
        }
        tx.raise(scope, Conflicts.of(tx, key, kind, field, loser, winner));
    }
}

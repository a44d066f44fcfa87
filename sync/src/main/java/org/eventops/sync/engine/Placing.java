package org.eventops.sync.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.RowChange.Op;
import org.eventops.domain.change.replica.Rows;
import org.eventops.domain.change.replica.Rows.Taken;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.domain.change.replica.SyncedTables.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Puts rows where they belong, and makes room where what is only pending stands in their way:
 * natural keys, references.
 */
final class Placing {
    /** Each attempt takes one obstacle away; more than a row can have. */
    private static final int ATTEMPTS = 8;

    private static final String EVENT = "event";
    private static final String SLUG = "slug";

    private final Rows rows;
    private final Pending pending;
    private final List<RowKey> later = new ArrayList<>();
    private final List<RowKey> here = new ArrayList<>();
    private boolean catchingUp;
    private int puzzles;

    Placing(Rows rows, Pending pending) {
        this.rows = rows;
        this.pending = pending;
    }

    void catchingUp(boolean now) {
        catchingUp = now;
    }

    int puzzles() {
        return puzzles;
    }

    /**
     * @param wanted with what is pending laid over
     * @param base as the feed has it
     */
    void place(
            RowKey key, Map<String, @Nullable Object> wanted, Map<String, @Nullable Object> base) {
        Map<String, @Nullable Object> now = wanted;
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                rows.put(key.table(), key.key(), now);
                return;
            } catch (Taken taken) {
                Map<String, @Nullable Object> next = makeRoom(key, now, base);
                if (next == null) {
                    break;
                }
                now = next;
            }
        }
        passOver();
    }

    /** Takes the row away, and first what refers to it and is only pending. */
    void remove(RowKey key) {
        if (!removed(key)) {
            later.add(key);
        }
    }

    /**
     * Deleted here only: as long as what the feed has refers to it, it stays as the feed has it.
     */
    void removeHere(RowKey key, Map<String, @Nullable Object> base) {
        if (!removed(key)) {
            place(key, base, base);
            here.add(key);
        }
    }

    /**
     * What referred to it may have gone since: the order of a transaction's entries is the hub's.
     */
    void finish() {
        List<RowKey> left = List.copyOf(later);
        later.clear();
        left.stream().filter(key -> !removed(key)).forEach(key -> passOver());
        here.forEach(this::tryDelete);
        here.clear();
    }

    /**
     * A row that bears what a wrong guess left on it, and that its transaction does not restate:
     * while catching up a later entry brings it again.
     */
    void unexplained(RowKey key) {
        if (catchingUp) {
            remove(key);
        } else {
            passOver();
        }
    }

    private boolean removed(RowKey key) {
        for (int i = 0; i < ATTEMPTS; i++) {
            try {
                rows.delete(key.table(), key.key());
                return true;
            } catch (Taken taken) {
                List<Pending.Lying> referring = pending.referringTo(key, false).toList();
                if (referring.isEmpty()) {
                    break;
                }
                referring.forEach(lying -> letGo(lying, key));
            }
        }
        return false;
    }

    /** {@code from} is {@code to} from now on, rows and pending changes alike. */
    void become(RowKey from, RowKey to) {
        pending.move(from, to);
        try {
            rows.rekey(from.table(), from.key(), to.key());
        } catch (Taken taken) {
            if (bringBack(to)) {
                rows.rekey(from.table(), from.key(), to.key());
            } else {
                passOver();
            }
        }
    }

    /** A row that was taken to be another one is one of its own again. */
    void standAlone(Pending.Lying insertion) {
        RowKey own = insertion.original();
        // ends the alias, also where the row itself does not fit
        rows.delete(own.table(), own.key());
        Map<String, @Nullable Object> made = pending.over(own, null);
        if (made != null) {
            putMade(own, made);
            pointAnew(own, own.key());
        }
    }

    /** Pending changes that referred to the row when they were made refer to this key now. */
    void pointAnew(RowKey asMade, UUID to) {
        pending.referringTo(asMade, true)
                .forEach(
                        lying -> {
                            String column =
                                    Objects.requireNonNull(pending.column(lying, asMade, true));
                            RowKey child = pending.now(lying);
                            Map<String, @Nullable Object> change = new HashMap<>();
                            change.put(column, to);
                            tryUpdate(child, change);
                        });
    }

    /** Lays one pending change over rows that know nothing of it. */
    void lay(Pending.Lying lying) {
        RowChange change = lying.change();
        RowKey key = pending.now(lying);
        switch (change.op()) {
            case DELETE -> tryDelete(key);
            case UPDATE -> layOver(key, change);
            case INSERT -> layMade(lying, key);
        }
    }

    private void layMade(Pending.Lying lying, RowKey key) {
        if (rows.row(key.table(), key.key()).isPresent()) {
            if (SyncedTables.of(key.table()).kind() != Kind.APPEND) {
                layOver(key, lying.change());
            }
            return;
        }
        RowKey own = lying.original();
        pending.apart(own, key);
        rows.delete(own.table(), own.key());
        putMade(own, pending.whole(own, lying.change()));
    }

    private void layOver(RowKey key, RowChange change) {
        Map<String, @Nullable Object> values = pending.after(change);
        if (tryUpdate(key, values)) {
            return;
        }
        if (key.table().equals(EVENT) && values.get(SLUG) instanceof String slug) {
            values.put(SLUG, freeSlug(slug));
        } else {
            values.keySet().removeAll(NaturalKey.columns(key.table()));
        }
        if (!tryUpdate(key, values)) {
            values.keySet().removeAll(SyncedTables.of(key.table()).references().keySet());
            tryUpdate(key, values);
        }
    }

    /** Puts in a row that was made here: who holds its natural key is taken to be the same. */
    private void putMade(RowKey own, Map<String, @Nullable Object> made) {
        try {
            rows.put(own.table(), own.key(), made);
        } catch (Taken taken) {
            Optional<UUID> holder = rows.holder(own.table(), made);
            if (holder.isEmpty() || holder.get().equals(own.key())) {
                return;
            }
            if (own.table().equals(EVENT)) {
                made.put(SLUG, freeSlug((String) Objects.requireNonNull(made.get(SLUG))));
                rows.put(own.table(), own.key(), made);
                return;
            }
            RowKey same = new RowKey(own.table(), holder.get());
            become(own, same);
            if (SyncedTables.of(own.table()).kind() != Kind.APPEND) {
                Map<String, @Nullable Object> values = new HashMap<>(made);
                values.keySet().removeAll(List.of("id", "tenant", "scope"));
                values.values().removeIf(Objects::isNull);
                tryUpdate(same, values);
            }
        }
    }

    private @Nullable Map<String, @Nullable Object> makeRoom(
            RowKey key, Map<String, @Nullable Object> wanted, Map<String, @Nullable Object> base) {
        UUID holder = rows.holder(key.table(), wanted).orElse(key.key());
        if (!holder.equals(key.key())) {
            return NaturalKey.same(key.table(), wanted, base)
                    ? yieldTo(key, new RowKey(key.table(), holder), wanted, base)
                    : withoutRename(key, wanted, base);
        }
        return referredBack(key, wanted, base);
    }

    /** A pending rename that does not fit is left out. */
    private Map<String, @Nullable Object> withoutRename(
            RowKey key, Map<String, @Nullable Object> wanted, Map<String, @Nullable Object> base) {
        Map<String, @Nullable Object> next = new HashMap<>(wanted);
        if (key.table().equals(EVENT)) {
            next.put(SLUG, freeSlug((String) Objects.requireNonNull(wanted.get(SLUG))));
        } else {
            NaturalKey.columns(key.table()).forEach(name -> next.put(name, base.get(name)));
        }
        return next;
    }

    private @Nullable Map<String, @Nullable Object> yieldTo(
            RowKey key,
            RowKey holder,
            Map<String, @Nullable Object> wanted,
            Map<String, @Nullable Object> base) {
        String column = NaturalKey.movable(key.table());
        boolean renamed =
                pending.of(holder).stream().anyMatch(lying -> NaturalKey.renamedBy(lying.change()));
        if (key.table().equals(EVENT)) {
            return eventSlug(key, holder, renamed, wanted);
        }
        if (pending.madeHere(holder) && !renamed) {
            become(holder, key);
            return pending.over(key, base);
        }
        if (renamed || NaturalKey.isAside(wanted.get(column))) {
            goBack(holder);
            return wanted;
        }
        return null;
    }

    private Map<String, @Nullable Object> eventSlug(
            RowKey key, RowKey holder, boolean renamed, Map<String, @Nullable Object> wanted) {
        String slug = (String) Objects.requireNonNull(wanted.get(SLUG));
        if (renamed || pending.madeHere(holder)) {
            Map<String, @Nullable Object> change = new HashMap<>();
            change.put(SLUG, freeSlug(slug));
            rows.update(EVENT, holder.key(), change);
            return wanted;
        }
        Map<String, @Nullable Object> next = new HashMap<>(wanted);
        next.put(SLUG, NaturalKey.aside(slug, key.key()));
        return next;
    }

    /** A row renamed here goes back to what it was called before, or aside. */
    private void goBack(RowKey holder) {
        Map<String, @Nullable Object> before = new HashMap<>();
        for (Pending.Lying lying : pending.of(holder)) {
            if (NaturalKey.renamedBy(lying.change())) {
                for (RowChange.Column column : lying.change().columns()) {
                    if (NaturalKey.columns(holder.table()).contains(column.name())) {
                        before.putIfAbsent(column.name(), column.before());
                    }
                }
            }
        }
        Map<String, @Nullable Object> now = rows.row(holder.table(), holder.key()).orElseThrow();
        boolean moves = !now.entrySet().containsAll(before.entrySet());
        if (!moves || !tryUpdate(holder, before)) {
            String column = NaturalKey.movable(holder.table());
            Map<String, @Nullable Object> aside = new HashMap<>();
            aside.put(column, NaturalKey.aside(now.get(column), holder.key()));
            rows.update(holder.table(), holder.key(), aside);
        }
    }

    private @Nullable Map<String, @Nullable Object> referredBack(
            RowKey key, Map<String, @Nullable Object> wanted, Map<String, @Nullable Object> base) {
        for (Map.Entry<String, String> reference :
                SyncedTables.of(key.table()).references().entrySet()) {
            if (wanted.get(reference.getKey()) instanceof UUID referred
                    && rows.row(reference.getValue(), referred).isEmpty()) {
                RowKey parent = new RowKey(reference.getValue(), referred);
                if (bringBack(parent)) {
                    return wanted;
                }
                if (!Objects.equals(base.get(reference.getKey()), referred)) {
                    Map<String, @Nullable Object> next = new HashMap<>(wanted);
                    next.put(reference.getKey(), base.get(reference.getKey()));
                    return next;
                }
            }
        }
        return null;
    }

    /** What a pending deletion took and something refers to is there again. */
    private boolean bringBack(RowKey row) {
        for (Pending.Lying lying : pending.of(row)) {
            if (lying.change().op() == Op.DELETE) {
                Map<String, @Nullable Object> before = pending.whole(row, lying.change());
                place(row, before, before);
                return rows.row(row.table(), row.key()).isPresent();
            }
        }
        return false;
    }

    private void letGo(Pending.Lying lying, RowKey referred) {
        RowKey child = pending.now(lying);
        if (lying.change().op() == Op.INSERT) {
            remove(child);
            return;
        }
        String name = Objects.requireNonNull(pending.column(lying, referred, false));
        Map<String, @Nullable Object> back = new HashMap<>();
        lying.change().columns().stream()
                .filter(column -> column.name().equals(name))
                .forEach(column -> back.put(name, column.before()));
        if (!tryUpdate(child, back)) {
            remove(child);
        }
    }

    private boolean tryUpdate(RowKey key, Map<String, @Nullable Object> values) {
        try {
            rows.update(key.table(), key.key(), values);
            return true;
        } catch (Taken taken) {
            return false;
        }
    }

    private void tryDelete(RowKey key) {
        try {
            rows.delete(key.table(), key.key());
        } catch (Taken taken) {
            // what others refer to is not deleted: the hub will say the same
            return;
        }
    }

    private String freeSlug(String slug) {
        return NaturalKey.nextFree(
                slug,
                next -> {
                    Map<String, @Nullable Object> columns = new HashMap<>();
                    columns.put(SLUG, next);
                    return rows.holder(EVENT, columns).isEmpty();
                });
    }

    private void passOver() {
        if (!catchingUp) {
            puzzles++;
        }
    }
}

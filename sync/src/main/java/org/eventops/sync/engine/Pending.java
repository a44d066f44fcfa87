package org.eventops.sync.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.RowChange.Op;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.domain.change.replica.SyncedTables.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The local changes that lie over what the feed of one scope says, by the row they are of now: a
 * change of a row that has become another one is a change of that one.
 */
final class Pending {
    /** Keys that stand for others. */
    interface Aliases {
        UUID alias(String table, UUID key);
    }

    /**
     * @param upTo the sequence number with which it lies over no longer; null while unanswered
     */
    record Lying(UUID mutation, @Nullable Long upTo, RowChange change) {
        RowKey original() {
            return new RowKey(change.table(), change.key());
        }
    }

    private static final Set<String> IDENTITY = Set.of("id", "tenant", "scope");

    private final Aliases aliases;
    private final Map<RowKey, List<Lying>> byRow = new LinkedHashMap<>();
    private final Map<UUID, List<Lying>> byMutation = new LinkedHashMap<>();
    private final NavigableMap<Long, List<UUID>> answered = new TreeMap<>();

    Pending(Aliases aliases) {
        this.aliases = aliases;
    }

    void add(Lying lying) {
        RowChange change = lying.change();
        RowKey now = new RowKey(change.table(), aliases.alias(change.table(), change.key()));
        byRow.computeIfAbsent(now, key -> new ArrayList<>()).add(lying);
        List<Lying> all = byMutation.computeIfAbsent(lying.mutation(), id -> new ArrayList<>());
        all.add(lying);
        Long upTo = lying.upTo();
        if (upTo != null && all.size() == 1) {
            answered.computeIfAbsent(upTo, seq -> new ArrayList<>()).add(lying.mutation());
        }
    }

    boolean isEmpty() {
        return byMutation.isEmpty();
    }

    /** All of them, in the order in which they were made. */
    List<Lying> inOrder() {
        return byMutation.values().stream().flatMap(List::stream).toList();
    }

    List<Lying> of(RowKey row) {
        return byRow.getOrDefault(row, List.of());
    }

    /**
     * The mutation lies over this scope no longer.
     *
     * @return whether it did
     */
    boolean landed(UUID mutation) {
        List<Lying> gone = byMutation.remove(mutation);
        if (gone == null) {
            return false;
        }
        for (Lying lying : gone) {
            RowKey now = now(lying);
            List<Lying> rest = byRow.get(now);
            if (rest != null && rest.remove(lying) && rest.isEmpty()) {
                byRow.remove(now);
            }
        }
        return true;
    }

    /** What was answered up to here lies over no longer. */
    void passed(long seq) {
        Map<Long, List<UUID>> gone = answered.headMap(seq, true);
        gone.values().forEach(ids -> ids.forEach(this::landed));
        gone.clear();
    }

    /** Changes of {@code from} are changes of {@code to} from now on. */
    void move(RowKey from, RowKey to) {
        List<Lying> moved = byRow.remove(from);
        if (moved != null) {
            List<Lying> all = byRow.computeIfAbsent(to, key -> new ArrayList<>());
            all.addAll(moved);
            restoreOrder(to, all);
        }
    }

    /** What was made of the row under its own key is its own again. */
    void apart(RowKey own, RowKey from) {
        List<Lying> all = byRow.get(from);
        if (all == null) {
            return;
        }
        List<Lying> back = all.stream().filter(lying -> lying.original().equals(own)).toList();
        all.removeAll(back);
        if (all.isEmpty()) {
            byRow.remove(from);
        }
        if (!back.isEmpty()) {
            byRow.computeIfAbsent(own, key -> new ArrayList<>()).addAll(back);
            restoreOrder(own, Objects.requireNonNull(byRow.get(own)));
        }
    }

    /** The row was made here, and the hub has not said that it knows it. */
    boolean madeHere(RowKey row) {
        return of(row).stream()
                .anyMatch(
                        lying -> lying.change().op() == Op.INSERT && lying.original().equals(row));
    }

    /** Keys of rows made here that are taken to be this one, as long as the hub has not spoken. */
    List<Lying> guesses(RowKey row) {
        return of(row).stream()
                .filter(lying -> lying.change().op() == Op.INSERT && !lying.original().equals(row))
                .toList();
    }

    /** What the row is, laid over what the feed says of it; null if it is not there. */
    @Nullable Map<String, @Nullable Object> over(
            RowKey row, @Nullable Map<String, @Nullable Object> base) {
        Map<String, @Nullable Object> result = base == null ? null : new HashMap<>(base);
        for (Lying lying : of(row)) {
            result = lay(row, lying.change(), result);
        }
        return result;
    }

    private @Nullable Map<String, @Nullable Object> lay(
            RowKey row, RowChange change, @Nullable Map<String, @Nullable Object> base) {
        return switch (change.op()) {
            case DELETE -> null;
            case UPDATE -> {
                if (base != null) {
                    base.putAll(after(change));
                }
                yield base;
            }
            case INSERT -> {
                Map<String, @Nullable Object> made = base == null ? whole(row, change) : base;
                if (base != null && SyncedTables.of(row.table()).kind() != Kind.APPEND) {
                    made.putAll(after(change));
                }
                yield made;
            }
        };
    }

    /** The columns that pending changes of the row set, whatever the feed says of them. */
    Set<String> set(RowKey row) {
        Set<String> names = new HashSet<>();
        boolean append = SyncedTables.of(row.table()).kind() == Kind.APPEND;
        for (Lying lying : of(row)) {
            if (lying.change().op() != Op.INSERT || !append) {
                names.addAll(after(lying.change()).keySet());
            }
        }
        return names;
    }

    /** The values after a change, without what says which row it is; references as they are now. */
    Map<String, @Nullable Object> after(RowChange change) {
        Map<String, @Nullable Object> values = new HashMap<>();
        Map<String, String> references = SyncedTables.of(change.table()).references();
        for (RowChange.Column column : change.columns()) {
            if (!IDENTITY.contains(column.name())) {
                values.put(column.name(), now(references.get(column.name()), column.after()));
            }
        }
        return values;
    }

    /** The whole row that an insertion makes, or a deletion took. */
    Map<String, @Nullable Object> whole(RowKey row, RowChange change) {
        Map<String, @Nullable Object> values = new HashMap<>();
        Map<String, String> references = SyncedTables.of(change.table()).references();
        for (RowChange.Column column : change.columns()) {
            Object value = change.op() == Op.DELETE ? column.before() : column.after();
            values.put(column.name(), now(references.get(column.name()), value));
        }
        values.put("id", row.key());
        return values;
    }

    /** Changes that set a reference to this row; as it was when they were made, or as it is now. */
    Stream<Lying> referringTo(RowKey row, boolean asMade) {
        return inOrder().stream().filter(lying -> column(lying, row, asMade) != null);
    }

    /** The column by which a change refers to the row; null if it does not. */
    @Nullable String column(Lying lying, RowKey row, boolean asMade) {
        Map<String, String> references = SyncedTables.of(lying.change().table()).references();
        for (RowChange.Column column : lying.change().columns()) {
            if (row.table().equals(references.get(column.name()))) {
                Object value =
                        asMade
                                ? column.after()
                                : now(references.get(column.name()), column.after());
                if (row.key().equals(value)) {
                    return column.name();
                }
            }
        }
        return null;
    }

    RowKey now(Lying lying) {
        RowKey own = lying.original();
        if (of(own).contains(lying)) {
            return own;
        }
        return new RowKey(own.table(), aliases.alias(own.table(), own.key()));
    }

    private @Nullable Object now(@Nullable String referred, @Nullable Object value) {
        return referred != null && value instanceof UUID key ? aliases.alias(referred, key) : value;
    }

    private void restoreOrder(RowKey row, List<Lying> mixed) {
        List<Lying> ordered = inOrder().stream().filter(mixed::contains).toList();
        byRow.put(row, new ArrayList<>(ordered));
    }
}

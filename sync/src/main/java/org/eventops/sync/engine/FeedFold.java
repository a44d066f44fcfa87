package org.eventops.sync.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.Rows;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.sync.engine.FeedTransaction.Entry;
import org.eventops.sync.engine.FeedTransaction.Op;
import org.jspecify.annotations.Nullable;

/**
 * Applies what the feed of one scope says, with what is pending laid over it; inside one local
 * transaction. The rules are those of docs/sync.md, "A console's content".
 */
final class FeedFold {
    /** Fewer rows at once are not worth the attempt. */
    private static final int RUN = 4;

    private final Rows rows;
    private final Pending pending;
    private final UUID scope;
    private final Placing placing;

    /** Rows that bear what was made of another one, until their own entry comes. */
    private final Set<RowKey> unsettled = new HashSet<>();

    FeedFold(Rows rows, Pending pending, UUID scope) {
        this.rows = rows;
        this.pending = pending;
        this.scope = scope;
        this.placing = new Placing(rows, pending);
    }

    /**
     * Entries that fitted nowhere although nothing explains it: the scope has to be loaded anew.
     */
    int puzzles() {
        return placing.puzzles();
    }

    /**
     * @param whole up to which sequence number rows may be newer than the entries say
     */
    void apply(FeedTransaction transaction, long whole) {
        placing.catchingUp(transaction.firstSeq() <= whole);
        UUID mutation = transaction.mutation();
        boolean own = mutation != null && pending.landed(mutation);
        if (own && mutation != null) {
            rows.landed(mutation, scope);
        }
        List<Entry> entries = transaction.entries();
        int at = 0;
        while (at < entries.size()) {
            int run = own ? 0 : run(entries, at);
            if (run >= RUN && insertAll(entries.subList(at, at + run))) {
                at += run;
            } else {
                entry(entries.get(at++));
            }
        }
        unsettled.forEach(placing::unexplained);
        unsettled.clear();
        placing.finish();
        pending.passed(transaction.lastSeq());
    }

    /** Whole rows as a first load brings them; later entries explain what does not fit. */
    void load(String table, List<Map<String, @Nullable Object>> loaded) {
        if (loaded.isEmpty()) {
            return;
        }
        boolean free =
                loaded.stream().allMatch(row -> pending.of(new RowKey(table, id(row))).isEmpty());
        if (free && rows.insertAll(table, loaded)) {
            return;
        }
        placing.catchingUp(true);
        loaded.forEach(row -> row(new RowKey(table, id(row)), row));
    }

    /** Lays everything pending over rows of which none has been laid over yet. */
    void layAll() {
        placing.catchingUp(false);
        pending.inOrder().forEach(placing::lay);
    }

    /**
     * What was made here and taken to be another row stands for itself again: the entries that
     * would have settled it are not going to be read.
     */
    void endGuesses() {
        pending.inOrder().stream()
                .filter(lying -> lying.change().op() == RowChange.Op.INSERT)
                .map(Pending.Lying::original)
                .filter(own -> !rows.alias(own.table(), own.key()).equals(own.key()))
                .forEach(own -> rows.delete(own.table(), own.key()));
    }

    static UUID id(Map<String, @Nullable Object> row) {
        return (UUID) Objects.requireNonNull(row.get("id"));
    }

    private int run(List<Entry> entries, int from) {
        String table = entries.get(from).table();
        int at = from;
        while (at < entries.size() && plain(entries.get(at), table)) {
            at++;
        }
        return at - from;
    }

    private boolean plain(Entry entry, String table) {
        return entry.op() == Op.ROW
                && entry.table().equals(table)
                && pending.of(new RowKey(table, entry.key())).isEmpty();
    }

    private boolean insertAll(List<Entry> run) {
        return rows.insertAll(run.getFirst().table(), run.stream().map(Entry::columns).toList());
    }

    private void entry(Entry entry) {
        RowKey key = new RowKey(entry.table(), entry.key());
        switch (entry.op()) {
            case ROW -> row(key, entry.columns());
            case FIELDS -> fields(key, entry.columns());
            case GONE -> gone(key);
            case ALIAS -> alias(key, id(entry.columns()));
        }
    }

    private void row(RowKey key, Map<String, @Nullable Object> columns) {
        unsettled.remove(key);
        pending.apart(key, new RowKey(key.table(), rows.alias(key.table(), key.key())));
        List<Pending.Lying> wrong =
                pending.guesses(key).stream()
                        .filter(
                                guess ->
                                        !NaturalKey.same(
                                                key.table(),
                                                pending.whole(key, guess.change()),
                                                columns))
                        .toList();
        wrong.forEach(guess -> pending.apart(guess.original(), key));
        Map<String, @Nullable Object> wanted = pending.over(key, columns);
        if (wanted == null) {
            placing.removeHere(key, columns);
        } else {
            placing.place(key, wanted, columns);
        }
        wrong.forEach(placing::standAlone);
    }

    private void fields(RowKey key, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> free = new HashMap<>(columns);
        free.keySet().removeAll(pending.set(key));
        if (!free.isEmpty()) {
            rows.update(key.table(), key.key(), free);
        }
    }

    private void gone(RowKey key) {
        RowKey guessed = new RowKey(key.table(), rows.alias(key.table(), key.key()));
        if (!guessed.equals(key)) {
            pending.apart(key, guessed);
            unsettled.add(guessed);
        }
        List<Pending.Lying> guesses = pending.guesses(key);
        guesses.forEach(guess -> pending.apart(guess.original(), key));
        Map<String, @Nullable Object> left = pending.over(key, null);
        placing.remove(key);
        if (left != null) {
            placing.place(key, left, left);
        }
        guesses.forEach(placing::standAlone);
    }

    private void alias(RowKey from, UUID to) {
        RowKey target = new RowKey(from.table(), to);
        RowKey guessed = new RowKey(from.table(), rows.alias(from.table(), from.key()));
        if (!guessed.equals(from) && !guessed.equals(target)) {
            pending.apart(from, guessed);
            placing.pointAnew(from, to);
        }
        if (SyncedTables.of(from.table()).kind() != SyncedTables.Kind.HUB) {
            placing.become(from, target);
        }
    }
}

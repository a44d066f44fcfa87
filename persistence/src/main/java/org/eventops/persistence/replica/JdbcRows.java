package org.eventops.persistence.replica;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.Rows;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.persistence.capture.Machinery;
import org.eventops.persistence.capture.OutboxEntry;
import org.eventops.persistence.capture.Replay;
import org.eventops.persistence.journal.Mutation;
import org.jspecify.annotations.Nullable;

/** One transaction of what comes from the hub, over the one connection for it. */
final class JdbcRows implements Rows {
    private final Held held;
    private final Statements statements;
    private final Recorded recorded = new Recorded();
    private final RowWriter writer;
    private final Map<UUID, CursorTable.Kept> cursors = new LinkedHashMap<>();
    private final Set<UUID> swapped = new HashSet<>();
    private final Deque<Runnable> takeBack = new ArrayDeque<>();
    private Runnable afterwards = () -> {};
    private Function<Mutation, Iterator<byte[]>> also = unused -> Collections.emptyIterator();

    /** What the store holds in memory of the tables that go along with the rows. */
    record Held(
            StoreFailure failure,
            OutboxIndex outbox,
            CursorTable cursors,
            Aliases aliases,
            Tenant tenant) {}

    JdbcRows(Held held, Statements statements) {
        this.held = held;
        this.statements = statements;
        this.writer = new RowWriter(statements, recorded);
    }

    @Override
    public Optional<Map<String, @Nullable Object>> row(String table, UUID key) {
        return held.failure().watch(() -> writer.row(TableSql.of(table), key));
    }

    @Override
    public void put(String table, UUID key, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> row = new HashMap<>(withTenant(columns));
        row.put("id", key);
        held.failure()
                .watch(
                        () -> {
                            writer.put(TableSql.of(table), row);
                            held.aliases().end(statements, recorded, key);
                            return true;
                        });
    }

    private Map<String, @Nullable Object> withTenant(Map<String, @Nullable Object> columns) {
        if (columns.get("tenant") != null) {
            return columns;
        }
        Map<String, @Nullable Object> row = new HashMap<>(columns);
        row.put("tenant", held.tenant().get());
        return row;
    }

    @Override
    public boolean insertAll(String table, List<Map<String, @Nullable Object>> rows) {
        return held.failure()
                .watch(
                        () -> {
                            List<Map<String, @Nullable Object>> whole =
                                    rows.stream().map(this::withTenant).toList();
                            boolean done = writer.insertAll(TableSql.of(table), whole);
                            if (done && held.aliases().any(statements)) {
                                for (Map<String, @Nullable Object> row : whole) {
                                    if (row.get("id") instanceof UUID key) {
                                        held.aliases().end(statements, recorded, key);
                                    }
                                }
                            }
                            return done;
                        });
    }

    @Override
    public void update(String table, UUID key, Map<String, @Nullable Object> columns) {
        held.failure()
                .watch(
                        () -> {
                            writer.update(TableSql.of(table), key, columns);
                            return true;
                        });
    }

    @Override
    public void delete(String table, UUID key) {
        held.failure()
                .watch(
                        () -> {
                            held.aliases().end(statements, recorded, key);
                            return writer.delete(TableSql.of(table), key);
                        });
    }

    @Override
    public Optional<UUID> holder(String table, Map<String, @Nullable Object> columns) {
        return held.failure().watch(() -> writer.holder(TableSql.of(table), withTenant(columns)));
    }

    @Override
    public void rekey(String table, UUID from, UUID to) {
        if (from.equals(to)) {
            return;
        }
        held.failure()
                .watch(
                        () -> {
                            writer.rekey(TableSql.of(table), from, to);
                            held.aliases().put(statements, recorded, from, to);
                            return true;
                        });
    }

    @Override
    public UUID alias(String table, UUID key) {
        return held.failure().watch(() -> held.aliases().of(statements, key));
    }

    @Override
    public void cursor(Cursor cursor) {
        UUID scope = cursor.scope();
        CursorTable.Kept before = held.cursors().find(scope).orElse(null);
        if (!cursors.containsKey(scope)) {
            takeBack.push(() -> held.cursors().restore(scope, before));
        }
        CursorTable.Kept now = new CursorTable.Kept(cursor, before == null ? 0 : before.loaded());
        if (now.loading() || (before != null && before.loading())) {
            swapped.add(scope);
        }
        cursors.put(scope, now);
        held.cursors().restore(scope, now);
        if (before != null && cursor.seq() < before.cursor().seq()) {
            lieOverAgain(scope);
        }
    }

    /** The feed is followed from an earlier place: what it had passed it has not passed yet. */
    private void lieOverAgain(UUID scope) {
        long seq = held.cursors().followed(scope);
        held.failure().watch(() -> OutboxTable.answered(statements)).stream()
                .filter(lain -> lain.liesOver(scope, seq))
                .filter(lain -> held.outbox().find(lain.entry().number()).isEmpty())
                .forEach(lain -> now(lain.entry().number(), null, lain));
    }

    @Override
    public void drop(UUID scope) {
        machinery(Machinery.scopeGone(scope));
        machinery(Machinery.gone(Machinery.CURSOR, scope));
        SyncedTables.inOrder().forEach(table -> touched(table.name(), scope));
        held.outbox().answeredIn(scope).forEach(lain -> landed(lain, scope));
        held.cursors()
                .find(scope)
                .ifPresent(before -> takeBack.push(() -> held.cursors().restore(scope, before)));
        held.cursors().restore(scope, null);
        cursors.remove(scope);
    }

    private void touched(String table, UUID scope) {
        recorded.touch(table, scope);
        recorded.rewritten(table, scope);
    }

    @Override
    public void receipt(Receipt receipt, Instant at) {
        OutboxIndex.Lain known = known(receipt).orElse(null);
        if (known == null) {
            return;
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("answered", at.atOffset(ZoneOffset.UTC));
        row.put("outcome", receipt.outcome().name());
        row.put("reason", receipt.reason());
        row.put("up_to", OutboxTable.text(receipt.upTo()));
        machinery(Machinery.entry(receipt.number(), row));
        now(
                receipt.number(),
                held.outbox().find(receipt.number()).orElse(null),
                known.answered(receipt.upTo()));
    }

    /** Also one that lies over nothing any more: a hub that was restored is asked again. */
    private Optional<OutboxIndex.Lain> known(Receipt receipt) {
        return held.outbox()
                .find(receipt.number())
                .or(
                        () ->
                                held.failure()
                                        .watch(
                                                () ->
                                                        OutboxTable.find(
                                                                statements, receipt.number())))
                .filter(lain -> lain.entry().id().equals(receipt.id()));
    }

    private void now(long number, OutboxIndex.@Nullable Lain before, OutboxIndex.Lain after) {
        takeBack.push(() -> held.outbox().restore(number, before));
        held.outbox().put(after);
    }

    @Override
    public void landed(UUID mutation, UUID scope) {
        held.outbox().find(mutation).ifPresent(before -> landed(before, scope));
    }

    private void landed(OutboxIndex.Lain before, UUID scope) {
        OutboxIndex.Lain after = before.landedIn(scope);
        long number = before.entry().number();
        machinery(Machinery.entry(number, Map.of("landed", OutboxEntry.text(after.landed()))));
        now(number, before, after);
    }

    @Override
    public Staging staging(UUID scope) {
        return new StagedRows(
                held.failure(), statements, scope, held.tenant().get(), this::swappedIn);
    }

    private void swappedIn(UUID scope) {
        swapped.add(scope);
        SyncedTables.inOrder().forEach(table -> touched(table.name(), scope));
        held.failure()
                .watch(
                        () -> {
                            held.aliases().endWhereRowsAre(statements, recorded);
                            return true;
                        });
    }

    /** Does what the journal will say of it, and notes it. */
    void machinery(RowChange change) {
        held.failure()
                .watch(
                        () -> {
                            new Replay(statements.connection()).apply(change);
                            return true;
                        });
        recorded.machinery(change);
    }

    Recorded recorded() {
        return recorded;
    }

    boolean nothing() {
        return recorded.nothing() && cursors.isEmpty() && swapped.isEmpty();
    }

    /** More for the journal, read when it is written. */
    void also(Function<Mutation, Iterator<byte[]>> contents) {
        also = contents;
    }

    /** What was done, as the journal has it. */
    Iterator<byte[]> encoded(Mutation mutation) {
        Iterator<byte[]> done = recorded.encoded(swapped::contains);
        Iterator<byte[]> more = also.apply(mutation);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return done.hasNext() || more.hasNext();
            }

            @Override
            public byte[] next() {
                return done.hasNext() ? done.next() : more.next();
            }
        };
    }

    Statements statements() {
        return statements;
    }

    /** Writes what can only be written when the transaction has its number. */
    void lastWord(long number) throws SQLException {
        Set<UUID> scopes = new HashSet<>(swapped);
        scopes.addAll(cursors.keySet());
        for (UUID scope : scopes) {
            Optional<CursorTable.Kept> known = held.cursors().find(scope);
            if (known.isPresent()) {
                cursor(known.get(), swapped.contains(scope), number);
            }
        }
    }

    private void cursor(CursorTable.Kept known, boolean loaded, long number) throws SQLException {
        UUID scope = known.cursor().scope();
        CursorTable.Kept now = loaded ? new CursorTable.Kept(known.cursor(), number) : known;
        if (!cursors.containsKey(scope)) {
            takeBack.push(() -> held.cursors().restore(scope, known));
        }
        held.cursors().restore(scope, now);
        RowChange row = CursorTable.row(now, number);
        new Replay(statements.connection()).apply(row);
        recorded.machinery(row);
    }

    /** To be done when it is committed, in the transaction's turn. */
    void afterwards(Runnable work) {
        afterwards = work;
    }

    void committed() {
        takeBack.clear();
        afterwards.run();
        held.outbox().passed(held.cursors()::followed);
    }

    void rolledBack() {
        while (!takeBack.isEmpty()) {
            takeBack.pop().run();
        }
        held.aliases().forget();
    }
}

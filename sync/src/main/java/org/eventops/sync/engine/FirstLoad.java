package org.eventops.sync.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.Replica;
import org.eventops.domain.change.replica.Replica.Weight;
import org.eventops.domain.change.replica.Rows;
import org.eventops.domain.change.replica.SyncedTables;
import org.jspecify.annotations.Nullable;

/** Brings the tables of a scope, one after another. */
final class FirstLoad {
    private static final int ROWS = 5_000;

    /** Rows of one local transaction: with fewer, less of them is copied as garbage. */
    private static final int PART = 1_000;

    /** Tables with little in them share a turn, but not so many that a scan would wait for it. */
    private static final int CALLS = 8;

    private static final String FIRST = SyncedTables.inOrder().getFirst().name();

    private final Replica replica;
    private final Scopes scopes;
    private final Overlays overlays;

    FirstLoad(Replica replica, Scopes scopes, Overlays overlays) {
        this.replica = replica;
        this.scopes = scopes;
        this.overlays = overlays;
    }

    /**
     * @param next where the scope stands with it
     */
    private record Part(String table, Hub.Chunk chunk, Cursor next) {}

    /** A chunk, or several small ones. */
    void some(Hub hub, Cursor cursor) throws HubProblem {
        List<Part> gathered = new ArrayList<>();
        Cursor at = cursor;
        int rows = 0;
        int calls = 0;
        do {
            String table = table(at);
            for (Hub.Chunk part : chunk(hub, at).parts(PART)) {
                if (rows + part.rows().size() > PART) {
                    put(gathered);
                }
                at = after(at, at.loading(), table, part);
                gathered.add(new Part(table, part, at));
                rows += part.rows().size();
            }
            calls++;
        } while (calls < CALLS && rows < PART && Scopes.loads(at));
        put(gathered);
    }

    private static String table(Cursor at) {
        Cursor.Loading loading = at.loading();
        return loading == null ? FIRST : loading.table();
    }

    private static Hub.Chunk chunk(Hub hub, Cursor at) throws HubProblem {
        Cursor.Loading loading = at.loading();
        UUID after = loading == null ? null : loading.after();
        Hub.Chunk chunk = hub.load(at.scope(), table(at), after, ROWS);
        if (chunk.epoch() != at.epoch()) {
            throw new HubProblem(HubProblem.Kind.STRANGER, "another epoch while loading");
        }
        return chunk;
    }

    /** One local transaction. */
    private void put(List<Part> gathered) {
        if (gathered.isEmpty()) {
            return;
        }
        Cursor next = gathered.getLast().next();
        replica.apply(
                Weight.LARGE,
                rows -> {
                    gathered.forEach(part -> put(rows, part));
                    rows.cursor(next);
                    return null;
                });
        scopes.at(next);
        gathered.clear();
    }

    private void put(Rows rows, Part part) {
        if (!part.chunk().rows().isEmpty()) {
            UUID scope = part.next().scope();
            new FeedFold(rows, overlays.of(scope, rows), scope)
                    .load(part.table(), part.chunk().rows());
        }
    }

    /** Where a scope stands after a chunk of this table. */
    static Cursor after(
            Cursor cursor, Cursor.@Nullable Loading loading, String table, Hub.Chunk chunk) {
        long from = loading == null ? chunk.clock() : loading.from();
        long whole = loading == null ? from : Math.max(loading.whole(), chunk.clock());
        UUID mark = loading == null ? chunk.mark() : cursor.mark();
        UUID wholeMark =
                loading != null && chunk.clock() < loading.whole() ? loading.mark() : chunk.mark();
        Cursor.Loading next;
        if (chunk.more() && !chunk.rows().isEmpty()) {
            next =
                    new Cursor.Loading(
                            table, FeedFold.id(chunk.rows().getLast()), from, whole, wholeMark);
        } else {
            String then = next(table);
            next =
                    then.isEmpty() && whole <= from
                            ? null
                            : new Cursor.Loading(then, null, from, whole, wholeMark);
        }
        return new Cursor(cursor.scope(), cursor.epoch(), from, mark, next);
    }

    /** The table after this one; empty after the last. */
    private static String next(String table) {
        List<SyncedTables.Table> all = SyncedTables.inOrder();
        int at = all.indexOf(SyncedTables.of(table));
        return at + 1 < all.size() ? all.get(at + 1).name() : "";
    }
}

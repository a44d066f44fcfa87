package org.eventops.sync.engine;

import java.time.Duration;
import java.util.Iterator;
import java.util.UUID;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.Replica;
import org.eventops.domain.change.replica.Replica.Weight;
import org.eventops.domain.change.replica.Rows;
import org.eventops.domain.change.replica.SyncedTables;

/** Brings the tables of a scope, one after another. */
final class FirstLoad {
    /** So quickly an answer has to come if the next one shall be larger. */
    private static final Duration QUICK = Duration.ofSeconds(1);

    private static final String FIRST = SyncedTables.inOrder().getFirst().name();

    private final Replica replica;
    private final Scopes scopes;
    private final Overlays overlays;
    private final Time time;
    private final LoadPace pace;
    private int ask;

    FirstLoad(Replica replica, Scopes scopes, Overlays overlays, Time time, LoadPace pace) {
        this.replica = replica;
        this.scopes = scopes;
        this.overlays = overlays;
        this.time = time;
        this.pace = pace;
        this.ask = pace.least();
    }

    /** One chunk. */
    void some(Hub hub, Cursor cursor) throws HubProblem {
        Hub.Chunk chunk = quickly(hub, cursor);
        if (chunk.epoch() != cursor.epoch()) {
            throw new HubProblem(HubProblem.Kind.STRANGER, "another epoch while loading");
        }
        Cursor next = after(cursor, chunk);
        Cursor meanwhile = again(cursor, next);
        Iterator<Hub.Chunk> parts = chunk.byNaturalKey().parts(pace.part()).iterator();
        while (parts.hasNext()) {
            Hub.Chunk part = parts.next();
            put(part, parts.hasNext() ? meanwhile : next);
        }
    }

    private Hub.Chunk quickly(Hub hub, Cursor cursor) throws HubProblem {
        int asked = ask;
        ask = pace.least();
        long late = time.in(QUICK);
        Hub.Chunk chunk = chunk(hub, cursor, asked);
        if (!time.until(late).isZero()) {
            ask = Math.min(2 * asked, pace.most());
        }
        return chunk;
    }

    /** The next chunk of a scope that stands here, whatever its epoch. */
    static Hub.Chunk chunk(Hub hub, Cursor at, int rows) throws HubProblem {
        Cursor.Loading loading = at.loading();
        return loading == null
                ? hub.load(at.scope(), FIRST, null, rows)
                : hub.load(at.scope(), loading.table(), loading.after(), rows);
    }

    /** Some rows of a chunk are there: all of it is asked for again when the rest does not come. */
    private static Cursor again(Cursor cursor, Cursor next) {
        Cursor.Loading before = cursor.loading();
        Cursor.Loading after = next.loading();
        Cursor.Loading meanwhile =
                new Cursor.Loading(
                        before == null ? FIRST : before.table(),
                        before == null ? null : before.after(),
                        next.seq(),
                        after == null ? next.seq() : after.whole(),
                        after == null ? next.mark() : after.mark());
        return new Cursor(next.scope(), next.epoch(), next.seq(), next.mark(), meanwhile);
    }

    /** One local transaction. */
    private void put(Hub.Chunk part, Cursor next) {
        replica.apply(
                Weight.LARGE,
                rows -> {
                    put(rows, next.scope(), part);
                    rows.cursor(next);
                    return null;
                });
        scopes.at(next);
    }

    private void put(Rows rows, UUID scope, Hub.Chunk part) {
        if (!part.sections().isEmpty()) {
            FeedFold fold = new FeedFold(rows, overlays.of(scope, rows), scope);
            part.sections().forEach(each -> fold.load(each.table(), each.rows()));
        }
    }

    /** Where a scope that stood here stands after its next chunk. */
    static Cursor after(Cursor cursor, Hub.Chunk chunk) {
        Cursor.Loading loading = cursor.loading();
        long from = loading == null ? chunk.clock() : loading.from();
        long whole = loading == null ? from : Math.max(loading.whole(), chunk.clock());
        UUID mark = loading == null ? chunk.mark() : cursor.mark();
        UUID wholeMark =
                loading != null && chunk.clock() < loading.whole() ? loading.mark() : chunk.mark();
        Cursor.Loading next;
        if (chunk.more()) {
            Hub.Chunk.Section last = chunk.sections().getLast();
            UUID key = FeedFold.id(last.rows().getLast());
            next = new Cursor.Loading(last.table(), key, from, whole, wholeMark);
        } else {
            next = whole <= from ? null : new Cursor.Loading("", null, from, whole, wholeMark);
        }
        return new Cursor(cursor.scope(), chunk.epoch(), from, mark, next);
    }
}

package org.eventops.sync.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.Outbox;
import org.eventops.domain.change.replica.Replica;
import org.eventops.domain.change.replica.Replica.Weight;
import org.eventops.domain.change.replica.Rows;
import org.eventops.domain.change.replica.SyncedTables;
import org.jspecify.annotations.Nullable;

/** Follows the feed of each scope, and loads what this console has not yet. */
final class Following {
    private static final int ENTRIES = 600;

    /** A scope with more entries is loaded rather than followed from its beginning. */
    private static final long FEW = 2_000;

    private static final String FIRST = SyncedTables.inOrder().getFirst().name();

    private final Outbox outbox;
    private final Replica replica;
    private final Scopes scopes;
    private final Time time;
    private final Overlays overlays;
    private final FirstLoad firstLoad;
    private final Set<UUID> verified = new HashSet<>();
    private long pulled;
    private long puzzles;
    private boolean asidePossible = true;
    private @Nullable Duration lag;

    Following(Outbox outbox, Replica replica, Scopes scopes, Time time, LoadPace pace) {
        this.outbox = outbox;
        this.replica = replica;
        this.scopes = scopes;
        this.time = time;
        this.overlays = new Overlays(outbox);
        this.firstLoad = new FirstLoad(replica, scopes, overlays, time, pace);
    }

    long pulled() {
        return pulled;
    }

    long puzzles() {
        return puzzles;
    }

    @Nullable Duration lag() {
        return lag;
    }

    /** One pull, or some of a load. */
    Turn.Did follow(Hub hub, UUID scope) throws HubProblem {
        Cursor cursor = scopes.cursors().get(scope);
        Hub.ScopeClock clock = Objects.requireNonNull(scopes.clock(scope));
        if (cursor == null || Scopes.atBeginning(cursor)) {
            return begin(hub, clock, cursor != null);
        }
        if (cursor.epoch() != clock.epoch()) {
            throw new HubProblem(HubProblem.Kind.STRANGER, "another epoch");
        }
        Cursor.Loading loading = cursor.loading();
        if (loading != null && verified.add(cursor.scope())) {
            verify(hub, cursor, loading);
            return Turn.Did.ASKED;
        }
        if (Scopes.loads(cursor)) {
            return load(hub, cursor);
        }
        return pull(hub, cursor);
    }

    /** A new connection: the hub may be another one than before. */
    void connected() {
        verified.clear();
    }

    /** What was loaded is of the history the hub has now, or {@code STRANGER} is thrown. */
    static void verify(Hub hub, Cursor cursor, Cursor.Loading loading) throws HubProblem {
        UUID scope = cursor.scope();
        hub.pull(new Cursor(scope, cursor.epoch(), loading.whole(), loading.mark(), null), 1);
    }

    /** A scope with rows made here is followed from its beginning; any other is loaded. */
    private Turn.Did begin(Hub hub, Hub.ScopeClock clock, boolean known) throws HubProblem {
        UUID scope = clock.scope();
        Cursor start = new Cursor(scope, clock.epoch(), 0, null, null);
        boolean made =
                known || replica.apply(Weight.SMALL, rows -> !overlays.of(scope, rows).isEmpty());
        if (clock.seq() > FEW && made) {
            scopes.reload(scope);
            return Turn.Did.ASKED;
        }
        if (clock.seq() > 0 && !made) {
            return load(hub, start);
        }
        if (!known) {
            replica.apply(
                    Weight.SMALL,
                    rows -> {
                        rows.cursor(start);
                        return null;
                    });
        }
        scopes.at(start);
        return clock.seq() > 0 ? pull(hub, start) : Turn.Did.PULLED;
    }

    private Turn.Did load(Hub hub, Cursor cursor) throws HubProblem {
        asidePossible = true;
        firstLoad.some(hub, cursor);
        return Turn.Did.LOADED;
    }

    private Turn.Did pull(Hub hub, Cursor cursor) throws HubProblem {
        List<FeedTransaction> fed = hub.pull(cursor, ENTRIES);
        scopes.checked(cursor.scope());
        if (fed.isEmpty()) {
            scopes.nothingAfter(cursor);
            return Turn.Did.PULLED;
        }
        int entries = checked(cursor, fed);
        FeedTransaction last = fed.getLast();
        Cursor.Loading loading = cursor.loading();
        long whole = loading == null ? 0 : loading.whole();
        Cursor next =
                new Cursor(
                        cursor.scope(),
                        cursor.epoch(),
                        last.lastSeq(),
                        last.mark(),
                        last.lastSeq() >= whole ? null : loading);
        Instant latest = latest(fed);
        replica.seen(latest);
        int strange =
                replica.apply(
                        entries > 2 * ENTRIES ? Weight.LARGE : Weight.SMALL,
                        rows -> {
                            FeedFold fold =
                                    new FeedFold(
                                            rows,
                                            overlays.of(cursor.scope(), rows),
                                            cursor.scope());
                            fed.forEach(transaction -> fold.apply(transaction, whole));
                            rows.cursor(next);
                            return fold.puzzles();
                        });
        scopes.at(next);
        scopes.reached(next.scope(), next.seq());
        pulled += entries;
        asidePossible |= mentionsEvent(fed);
        lag = lag(latest);
        if (strange > 0) {
            puzzles += strange;
            scopes.reload(next.scope());
        }
        return Turn.Did.PULLED;
    }

    private Duration lag(Instant latest) {
        Duration since = Duration.between(latest, time.now());
        return since.isNegative() ? Duration.ZERO : since;
    }

    private static boolean mentionsEvent(List<FeedTransaction> fed) {
        return fed.stream()
                .flatMap(transaction -> transaction.entries().stream())
                .anyMatch(entry -> entry.table().equals(FIRST));
    }

    private static Instant latest(List<FeedTransaction> fed) {
        return fed.stream()
                .flatMap(transaction -> transaction.entries().stream())
                .map(FeedTransaction.Entry::hybrid)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** Nothing may be missing between the cursor and what came, nor in it. */
    private static int checked(Cursor cursor, List<FeedTransaction> fed) throws HubProblem {
        long at = cursor.seq();
        int entries = 0;
        for (FeedTransaction transaction : fed) {
            boolean follows =
                    transaction.scope().equals(cursor.scope())
                            && transaction.firstSeq() == at + 1
                            && transaction.lastSeq() - at == transaction.entries().size();
            for (FeedTransaction.Entry entry : transaction.entries()) {
                follows &= entry.seq() == ++at;
            }
            if (!follows) {
                throw new HubProblem(
                        HubProblem.Kind.BROKEN, "the feed has a hole after " + cursor.seq());
            }
            entries += transaction.entries().size();
        }
        return entries;
    }

    /** Rows of events were swapped in: slugs may have had to wait. */
    void swapped() {
        asidePossible = true;
    }

    /** Whether an event may have a slug aside. */
    boolean repairs() {
        return asidePossible;
    }

    /**
     * Asks again for the row of an event whose slug had to wait; one event at a time.
     *
     * @return whether there was one
     */
    boolean repair(Hub hub) throws HubProblem {
        Optional<Cursor> aside =
                replica.apply(
                        Weight.SMALL,
                        rows ->
                                scopes.cursors().values().stream()
                                        .filter(cursor -> isAside(rows, cursor.scope()))
                                        .findFirst());
        if (aside.isEmpty()) {
            asidePossible = false;
            return false;
        }
        Cursor cursor = aside.get();
        Hub.Chunk chunk = hub.load(cursor.scope(), FIRST, null, 1);
        if (chunk.clock() != cursor.seq() || chunk.rows(FIRST).isEmpty()) {
            return true;
        }
        replica.apply(
                Weight.SMALL,
                rows -> {
                    new FeedFold(rows, overlays.of(cursor.scope(), rows), cursor.scope())
                            .load(FIRST, chunk.rows(FIRST));
                    return null;
                });
        return true;
    }

    private static boolean isAside(Rows rows, UUID scope) {
        return rows.row(FIRST, scope).map(row -> NaturalKey.isAside(row.get("slug"))).orElse(false);
    }

    /** Takes away a scope this console may no longer read, when nothing of it waits. */
    boolean drop(UUID scope) {
        boolean dropped =
                replica.apply(
                        Weight.LARGE,
                        rows -> {
                            boolean free = outbox.backlog().count() == 0;
                            if (free) {
                                new FeedFold(rows, overlays.of(scope, rows), scope).endGuesses();
                                rows.drop(scope);
                            }
                            return free;
                        });
        if (dropped) {
            scopes.dropped(scope);
        }
        return dropped;
    }
}

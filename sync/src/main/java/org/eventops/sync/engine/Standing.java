package org.eventops.sync.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.Outbox;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.domain.sync.SyncStatus.Trouble;
import org.jspecify.annotations.Nullable;

/** Puts together what a person is told of the exchange. */
final class Standing {
    /**
     * @param lag from a change elsewhere to its being here, null if not yet seen
     */
    record Counts(long pushed, long pulled, @Nullable Duration lag) {}

    private static final List<String> TABLES =
            SyncedTables.inOrder().stream().map(SyncedTables.Table::name).toList();

    /** The last table a door needs. */
    private static final int DOOR = TABLES.indexOf("scan_undo");

    private final Outbox outbox;
    private final IntSupplier conflicts;
    private @Nullable Trouble trouble;
    private @Nullable Instant lastExchange;
    private @Nullable Duration clockAhead;

    Standing(Outbox outbox, IntSupplier conflicts) {
        this.outbox = outbox;
        this.conflicts = conflicts;
    }

    void answered(Instant now) {
        trouble = null;
        lastExchange = now;
    }

    /** The hub has said what time it is there. */
    void hubTime(Instant hub, Instant here) {
        clockAhead = Duration.between(hub, here);
    }

    /** A bug, here or there, or the store: whatever came out of a turn. */
    void broken() {
        trouble = Trouble.BROKEN;
    }

    void trouble(HubProblem problem) {
        trouble = problem.trouble();
    }

    SyncStatus status(
            boolean member, boolean locked, boolean moving, Scopes scopes, Counts counts) {
        Outbox.Backlog backlog = outbox.backlog();
        double loaded = loaded(scopes);
        return new SyncStatus(
                state(member, locked, moving || backlog.count() > 0, loaded),
                backlog.count(),
                backlog.oldest(),
                lastExchange,
                trouble,
                conflicts.getAsInt(),
                counts.lag(),
                loaded,
                doorReady(scopes),
                counts.pushed(),
                counts.pulled(),
                clockAhead);
    }

    private State state(boolean member, boolean locked, boolean moving, double loaded) {
        if (!member) {
            return State.ALONE;
        }
        if (locked) {
            return State.LOCKED;
        }
        if (trouble != null) {
            return State.UNREACHABLE;
        }
        if (lastExchange == null) {
            return State.CONNECTING;
        }
        if (loaded < 1) {
            return State.LOADING;
        }
        return moving ? State.EXCHANGING : State.UP_TO_DATE;
    }

    /** What the hub has and was not begun counts as nothing of it. */
    private static double loaded(Scopes scopes) {
        Map<UUID, Cursor> cursors = scopes.cursors();
        return scopes.all().stream()
                .map(cursors::get)
                .mapToDouble(cursor -> cursor == null ? 0 : share(cursor))
                .average()
                .orElse(1);
    }

    private static double share(Cursor cursor) {
        Cursor.Loading loading = cursor.loading();
        return Scopes.loads(cursor) && loading != null
                ? (double) TABLES.indexOf(loading.table()) / TABLES.size()
                : 1;
    }

    /** What is on is here; while nothing is on, all of it. */
    private static boolean doorReady(Scopes scopes) {
        Map<UUID, Cursor> cursors = scopes.cursors();
        return (scopes.live() || scopes.begun())
                && scopes.doors().stream()
                        .map(cursors::get)
                        .allMatch(cursor -> cursor != null && doorReady(cursor));
    }

    private static boolean doorReady(Cursor cursor) {
        Cursor.Loading loading = cursor.loading();
        return !Scopes.loads(cursor) || (loading != null && TABLES.indexOf(loading.table()) > DOOR);
    }
}

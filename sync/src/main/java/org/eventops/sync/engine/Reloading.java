package org.eventops.sync.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.Outbox;
import org.eventops.domain.change.replica.Replica;
import org.eventops.domain.change.replica.Replica.Weight;
import org.eventops.domain.change.replica.Rows;
import org.eventops.domain.change.replica.SyncedTables;
import org.jspecify.annotations.Nullable;

/**
 * Gathers a scope anew beside the rows in use, and swaps it in. How far it is is known in memory
 * only; a restart begins again.
 */
final class Reloading {
    private static final String FIRST = SyncedTables.inOrder().getFirst().name();

    private final Replica replica;
    private final Scopes scopes;
    private final Overlays overlays;

    private final int most;

    /** Null between two reloads; its {@code loading} is null before the first chunk. */
    private @Nullable Cursor progress;

    private boolean verified;

    /**
     * @param most rows of one answer of the hub
     */
    Reloading(Outbox outbox, Replica replica, Scopes scopes, int most) {
        this.most = most;
        this.replica = replica;
        this.scopes = scopes;
        this.overlays = new Overlays(outbox);
    }

    boolean waits() {
        return !scopes.reloads().isEmpty();
    }

    /** A new connection: the hub may be another one than before. */
    void connected() {
        verified = false;
    }

    void startOver() {
        progress = null;
    }

    /** Gathers one chunk, or swaps in what is complete. */
    void step(Hub hub) throws HubProblem {
        UUID scope = scopes.reloads().iterator().next();
        Cursor now = progress;
        if (now == null || !now.scope().equals(scope)) {
            clear(scope);
            now = null;
        }
        Cursor.Loading loading = now == null ? null : now.loading();
        if (now != null && loading != null && !verified) {
            verify(hub, now, loading);
            return;
        }
        verified = true;
        boolean whole = now != null && (loading == null || loading.table().isEmpty());
        if (whole) {
            progress = null;
            swap(Objects.requireNonNull(now));
            return;
        }
        Cursor at = now == null ? new Cursor(scope, 0, 0, null, null) : now;
        Hub.Chunk chunk = FirstLoad.chunk(hub, at, most);
        if (now != null && now.epoch() != chunk.epoch()) {
            progress = null;
            return;
        }
        gather(scope, chunk);
        progress = FirstLoad.after(at, chunk);
    }

    private void verify(Hub hub, Cursor now, Cursor.Loading loading) throws HubProblem {
        try {
            Following.verify(hub, now, loading);
            verified = true;
        } catch (HubProblem problem) {
            boolean other =
                    problem.kind() == HubProblem.Kind.STRANGER
                            || problem.kind() == HubProblem.Kind.TOO_FAR_BEHIND;
            if (!other) {
                throw problem;
            }
            progress = null;
        }
    }

    private void clear(UUID scope) {
        replica.apply(
                Weight.LARGE,
                rows -> {
                    rows.staging(scope).clear();
                    return null;
                });
    }

    private void gather(UUID scope, Hub.Chunk chunk) {
        if (chunk.sections().isEmpty()) {
            return;
        }
        replica.apply(
                Weight.LARGE,
                rows -> {
                    Rows.Staging beside = rows.staging(scope);
                    for (Hub.Chunk.Section each : chunk.sections()) {
                        beside.insertAll(each.table(), free(rows, each.table(), each.rows()));
                    }
                    return null;
                });
    }

    /** A slug that another event holds here waits aside (docs/sync.md). */
    private static List<Map<String, @Nullable Object>> free(
            Rows rows, String table, List<Map<String, @Nullable Object>> loaded) {
        if (!table.equals(FIRST)) {
            return loaded;
        }
        List<Map<String, @Nullable Object>> free = new ArrayList<>();
        for (Map<String, @Nullable Object> row : loaded) {
            Map<String, @Nullable Object> next = new HashMap<>(row);
            UUID id = FeedFold.id(row);
            if (!rows.holder(table, row).orElse(id).equals(id)) {
                next.put("slug", NaturalKey.aside(row.get("slug"), id));
            }
            free.add(next);
        }
        return free;
    }

    private FeedFold fold(Rows rows, UUID scope) {
        return new FeedFold(rows, overlays.of(scope, rows), scope);
    }

    private void swap(Cursor cursor) {
        try {
            replica.apply(
                    Weight.LARGE,
                    rows -> {
                        fold(rows, cursor.scope()).endGuesses();
                        rows.staging(cursor.scope()).swapIn();
                        rows.cursor(cursor);
                        fold(rows, cursor.scope()).layAll();
                        return null;
                    });
        } catch (Rows.Taken taken) {
            // chunks of different moments did not fit together: gathered anew
            return;
        }
        scopes.at(cursor);
        scopes.reloads().remove(cursor.scope());
    }
}

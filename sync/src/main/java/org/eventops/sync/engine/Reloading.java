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
    private static final int ROWS = 5_000;
    private static final String FIRST = SyncedTables.inOrder().getFirst().name();

    private final Replica replica;
    private final Scopes scopes;
    private final Overlays overlays;

    /** Null between two reloads; its {@code loading} is null before the first chunk. */
    private @Nullable Cursor progress;

    private boolean verified;

    Reloading(Outbox outbox, Replica replica, Scopes scopes) {
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
        String table = loading == null ? FIRST : loading.table();
        Hub.Chunk chunk = hub.load(scope, table, loading == null ? null : loading.after(), ROWS);
        if (now != null && now.epoch() != chunk.epoch()) {
            progress = null;
            return;
        }
        gather(scope, table, chunk);
        Cursor at = now == null ? new Cursor(scope, chunk.epoch(), 0, null, null) : now;
        progress = FirstLoad.after(at, loading, table, chunk);
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

    private void gather(UUID scope, String table, Hub.Chunk chunk) {
        if (chunk.rows().isEmpty()) {
            return;
        }
        replica.apply(
                Weight.LARGE,
                rows -> {
                    rows.staging(scope).insertAll(table, free(rows, table, chunk.rows()));
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

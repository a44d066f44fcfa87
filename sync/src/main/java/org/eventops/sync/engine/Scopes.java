package org.eventops.sync.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.Replica;
import org.jspecify.annotations.Nullable;

/** Where this console stands in each scope, and where the hub was last seen to stand. */
final class Scopes {
    private final Replica replica;
    private @Nullable Map<UUID, Cursor> cursors;
    private final Map<UUID, Hub.ScopeClock> clocks = new LinkedHashMap<>();
    private boolean asked;
    private int turn;

    /** Those whose cursor this connection's hub is known to have. */
    private final Set<UUID> checked = new HashSet<>();

    /** Those to be gathered anew. */
    private final Set<UUID> reloads = new LinkedHashSet<>();

    /** Those of which something was asked that has not come. */
    private final Set<UUID> stumbled = new HashSet<>();

    Scopes(Replica replica) {
        this.replica = replica;
    }

    /** What is kept in memory may be wrong: read it again. */
    void unsure() {
        cursors = null;
    }

    Map<UUID, Cursor> cursors() {
        Map<UUID, Cursor> known = cursors;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (Cursor cursor : replica.cursors()) {
                known.put(cursor.scope(), cursor);
            }
            cursors = known;
        }
        return known;
    }

    void at(Cursor cursor) {
        cursors().put(cursor.scope(), cursor);
    }

    void dropped(UUID scope) {
        cursors().remove(scope);
        reloads.remove(scope);
    }

    void heard(List<Hub.ScopeClock> said) {
        clocks.clear();
        said.forEach(clock -> clocks.put(clock.scope(), clock));
        reloads.retainAll(clocks.keySet());
        asked = true;
    }

    /** The hub is at least here. */
    void reached(UUID scope, long seq) {
        clocks.computeIfPresent(
                scope,
                (id, clock) ->
                        clock.seq() >= seq
                                ? clock
                                : new Hub.ScopeClock(id, clock.epoch(), seq, clock.live()));
    }

    /** There was nothing more to fetch, whatever was said before. */
    void nothingAfter(Cursor cursor) {
        clocks.computeIfPresent(
                cursor.scope(),
                (id, clock) -> new Hub.ScopeClock(id, clock.epoch(), cursor.seq(), clock.live()));
    }

    boolean live() {
        return clocks.values().stream().anyMatch(Hub.ScopeClock::live);
    }

    /** A new connection: the hub may have been restored, and stand at the same numbers again. */
    void connected() {
        checked.clear();
    }

    /** The hub answered from this cursor on. */
    void checked(UUID scope) {
        checked.add(scope);
    }

    boolean asked() {
        return asked;
    }

    Hub.@Nullable ScopeClock clock(UUID scope) {
        return clocks.get(scope);
    }

    Set<UUID> reloads() {
        return reloads;
    }

    void reload(UUID scope) {
        reloads.add(scope);
    }

    /**
     * Scopes with something to fetch. An event that is on and was not loaded comes before all
     * others, because people stand at its door, unless that failed the last time; else each call
     * begins with another one.
     */
    List<UUID> behind() {
        List<UUID> all = new ArrayList<>();
        for (Hub.ScopeClock clock : clocks.values()) {
            if (!reloads.contains(clock.scope()) && behind(clock)) {
                if (clock.live() && !isLoaded(clock.scope()) && !stumbled.contains(clock.scope())) {
                    return List.of(clock.scope());
                }
                all.add(clock.scope());
            }
        }
        if (all.size() > 1) {
            Collections.rotate(all, turn++);
        }
        return all;
    }

    /** Something of it is asked for. */
    void asking(UUID scope) {
        stumbled.add(scope);
    }

    /** It has come. */
    void answered(UUID scope) {
        stumbled.remove(scope);
    }

    private boolean isLoaded(UUID scope) {
        Cursor cursor = cursors().get(scope);
        return cursor != null && !atBeginning(cursor) && !loads(cursor);
    }

    /** Those that are followed, and those that the hub has. */
    Set<UUID> all() {
        Set<UUID> all = new HashSet<>(cursors().keySet());
        all.addAll(clocks.keySet());
        return all;
    }

    /** Scopes whose doors are open now; all there are while nothing is on. */
    Set<UUID> doors() {
        Set<UUID> live = new HashSet<>();
        for (Hub.ScopeClock clock : clocks.values()) {
            if (clock.live()) {
                live.add(clock.scope());
            }
        }
        return live.isEmpty() ? cursors().keySet() : live;
    }

    /** Whether something of every scope there is was asked for already; never of none at all. */
    boolean begun() {
        return !cursors().isEmpty() && cursors().keySet().containsAll(clocks.keySet());
    }

    /** Scopes this console follows and the hub no longer lists. */
    List<UUID> vanished() {
        return asked
                ? cursors().keySet().stream().filter(id -> !clocks.containsKey(id)).toList()
                : List.of();
    }

    private boolean behind(Hub.ScopeClock clock) {
        Cursor cursor = cursors().get(clock.scope());
        if (cursor != null && atBeginning(cursor)) {
            return clock.seq() > 0;
        }
        return cursor == null
                || loads(cursor)
                || cursor.epoch() != clock.epoch()
                || cursor.seq() != clock.seq()
                || !checked.contains(clock.scope());
    }

    /** Nothing was read of it: of whatever epoch it is. */
    static boolean atBeginning(Cursor cursor) {
        return cursor.seq() == 0 && cursor.loading() == null;
    }

    /** Whether tables are still to be loaded. */
    static boolean loads(Cursor cursor) {
        Cursor.Loading loading = cursor.loading();
        return loading != null && !loading.table().isEmpty();
    }
}

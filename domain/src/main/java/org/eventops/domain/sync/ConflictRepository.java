package org.eventops.domain.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.access.ForAll;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;
import org.jspecify.annotations.Nullable;

/**
 * The conflicts of this store; every method is called inside a transaction. Resolving and opening
 * again are ordinary local changes of the synced row: captured, and sent like any other.
 */
public interface ConflictRepository {
    /** Open ones first, in each part the newest first. */
    @Needs(Permission.SETTLE_CONFLICTS)
    List<Conflict> list(Query query);

    /** How many are open, of all scopes. */
    @ForAll
    int open();

    @Needs(Permission.SETTLE_CONFLICTS)
    Optional<Conflict> find(UUID id);

    /**
     * Marks an open one as settled; nothing happens if it is not there.
     *
     * @param taken {@code loser}, {@code winner} or {@code both}
     */
    @Needs(Permission.SETTLE_CONFLICTS)
    void resolve(UUID id, Instant at, String by, String taken);

    /** Makes it open again: no time, nobody, nothing taken. */
    @Needs(Permission.SETTLE_CONFLICTS)
    void reopen(UUID id);

    /**
     * @param resolvedToo whether those that are settled are wanted as well
     * @param kinds none means all of them
     * @param scope of one event or of the organisation alone; null means everywhere
     * @param most how many at most
     */
    record Query(boolean resolvedToo, Set<Conflict.Kind> kinds, @Nullable UUID scope, int most) {
        public Query {
            kinds = Set.copyOf(kinds);
        }
    }
}

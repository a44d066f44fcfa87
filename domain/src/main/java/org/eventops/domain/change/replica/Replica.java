package org.eventops.domain.change.replica;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The local store as the engine writes what comes from the hub: past the outbox, never captured.
 */
public interface Replica {
    /**
     * One local transaction: all of it or nothing, rows and cursor together, and in the store's own
     * journal, so that a rebuild brings it back in the right order among the local ones. Listeners
     * of {@link org.eventops.domain.change.LocalChanges} are told.
     */
    <T> T apply(Weight weight, Function<Rows, T> work);

    List<Cursor> cursors();

    /** Which device this store is at which hub; empty before it was connected. */
    Optional<Membership> membership();

    /** Keeps it; durable on return. */
    void keep(Membership membership);

    /** The local clock is never behind what was seen (hybrid logical clock). */
    void seen(Instant hybrid);

    /**
     * Brings rows that stand in no journal, those of a first load, into safety, unless more of them
     * are still to come. Called when there is nothing else to do: nobody waits for it.
     */
    void secure();

    /** Content hash of docs/sync.md over the rows of the scope as they stand, by table. */
    Map<String, ContentHash> hashes(UUID scope);

    /** How a transaction takes its turn among the console's own. */
    enum Weight {
        /** Some milliseconds: alone. */
        SMALL,
        /** Longer: a door's scans go beside it. */
        LARGE
    }

    /**
     * @param lineage of the mutation numbers; a copy of a store gets another
     */
    record Membership(UUID device, UUID tenant, UUID lineage) {}
}

package org.eventops.sync.sim;

import java.time.Instant;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What a history is made of: the models, or a real hub and real stores. */
public interface Parts {
    /** The hub, empty. */
    HubUnderTest hub(Supplier<UUID> ids, Supplier<Instant> clock, HubAudit audit);

    /**
     * The store of one more console, empty.
     *
     * @param gaps how many numbers may be left out before each mutation
     */
    StoreUnderTest store(
            Supplier<UUID> ids, Supplier<Instant> clock, HubAudit audit, LongSupplier gaps);

    /** How many things happen before all is mended. */
    int steps();
}

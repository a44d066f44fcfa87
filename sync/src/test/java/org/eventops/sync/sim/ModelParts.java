package org.eventops.sync.sim;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Everything in memory, with mistakes built in if wanted. */
final class ModelParts implements Parts {
    private final Set<Bug> bugs;

    ModelParts(Set<Bug> bugs) {
        this.bugs = bugs.isEmpty() ? EnumSet.noneOf(Bug.class) : EnumSet.copyOf(bugs);
    }

    @Override
    public HubUnderTest hub(Supplier<UUID> ids, Supplier<Instant> clock, HubAudit audit) {
        return new ModelHub(ids, clock, bugs, audit);
    }

    @Override
    public StoreUnderTest store(
            Supplier<UUID> ids, Supplier<Instant> clock, HubAudit audit, LongSupplier gaps) {
        return new ModelStore(clock, ids, gaps, bugs, audit);
    }

    @Override
    public int steps() {
        return 260;
    }
}

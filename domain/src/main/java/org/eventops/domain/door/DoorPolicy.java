package org.eventops.domain.door;

import java.util.Optional;

/** One reason for which a door may refuse a ticket. */
@FunctionalInterface
interface DoorPolicy {
    /** Empty when this policy has nothing against it. */
    Optional<Refusal> against(Candidacy candidacy);

    /** The same policy, only for people who go in. */
    static DoorPolicy atEntry(DoorPolicy policy) {
        return candidacy -> candidacy.isEntry() ? policy.against(candidacy) : Optional.empty();
    }
}

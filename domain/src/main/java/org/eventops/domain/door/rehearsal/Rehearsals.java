package org.eventops.domain.door.rehearsal;

import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.Progress;

/** Lets an evening's arrivals through the engine, on a copy: the store itself is only read. */
public interface Rehearsals {
    /**
     * Copies the event without its scans into a store that is thrown away, decides each arrival
     * there, one of its tickets after the other and from the first again where more come than there
     * are tickets, and lets the people through the lanes with what that took and the handling.
     *
     * <p>Doors open at the event's admission; where it has none, as long before the start as the
     * crowd takes to come.
     *
     * @param progress in people decided; the total is -1 while the event is copied
     * @throws java.util.concurrent.CancellationException when progress says cancelled; the copy is
     *     gone then
     * @throws org.eventops.domain.change.StoreException when the store or the copy fails
     */
    @Needs(value = Permission.REHEARSE, wide = true)
    RehearsalOutcome run(RehearsalPlan plan, Progress progress);
}

package org.eventops.domain.door;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about one cleaned code, fetched before the decision.
 *
 * @param revoked whether this very code was replaced or revoked in the door's event
 * @param byCode tickets of the event whose code is this one, ignoring case
 * @param byOrder tickets of the event's order that has this code, ignoring case
 * @param elsewhere other events of this console that have a ticket with this very code
 * @param signed what is known about it as a signed code; absent for any other, and where no event
 *     of this console has the key that it names
 */
public record Knowledge(
        DoorSetup setup,
        boolean revoked,
        List<TicketFacts> byCode,
        List<TicketFacts> byOrder,
        List<OtherEvent> elsewhere,
        @Nullable SignedKnowledge signed) {
    public Knowledge {
        byCode = List.copyOf(byCode);
        byOrder = List.copyOf(byOrder);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Whether the code is one that somebody was given, also if it is no longer good. */
    public boolean isGiven() {
        return revoked
                || signed != null
                || !byCode.isEmpty()
                || !byOrder.isEmpty()
                || !elsewhere.isEmpty();
    }

    /** About a code that says nothing by itself. */
    public Knowledge(
            DoorSetup setup,
            boolean revoked,
            List<TicketFacts> byCode,
            List<TicketFacts> byOrder,
            List<OtherEvent> elsewhere) {
        this(setup, revoked, byCode, byOrder, elsewhere, null);
    }

    /** An event a code belongs to that is not the door's. */
    public record OtherEvent(String slug, String name) {}
}

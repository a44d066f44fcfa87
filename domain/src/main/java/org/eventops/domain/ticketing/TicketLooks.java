package org.eventops.domain.ticketing;

import java.util.Optional;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;
import org.eventops.domain.event.EventId;

/** How tickets look, per event; every method is called inside a transaction. */
public interface TicketLooks {
    /** Empty while nobody has chosen one: they are {@link TicketLook#plain()} then. */
    @Needs(Permission.SEE_EVENTS)
    Optional<TicketLook> of(EventId event);

    /** Replaces the event's look; its logo must be one that can be drawn. */
    @Needs(Permission.EDIT_EVENTS)
    void save(EventId event, TicketLook look);
}

package org.eventops.domain.badge;

import java.util.List;
import java.util.Optional;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketId;

/** Layouts and printings; every method is called inside a transaction. */
public interface BadgeRepository {
    /** Empty while nobody has made one. */
    Optional<BadgeLayout> layout(EventId event);

    void saveLayout(EventId event, BadgeLayout layout);

    /** Whose badge it would be; empty when the ticket is not of this event or not good. */
    Optional<BadgeOwner> owner(EventId event, TicketId ticket);

    /** All who get a badge, by name, then by code; at most so many. */
    List<BadgeOwner> owners(EventId event, int limit);

    /** All printings of a ticket's badge, in the order they were asked for. */
    List<BadgePrint> prints(EventId event, TicketId ticket);

    /** All printings of the event, in the order they were asked for. */
    List<BadgePrint> prints(EventId event);

    /** Adds a printing that has no end yet. */
    void add(BadgePrint print);

    /** Says how one ended that had no end. */
    void end(EventId event, PrintId print, BadgePrint.End end);
}

package org.eventops.domain.badge;

import java.util.List;
import java.util.Optional;
import org.eventops.domain.access.ForAll;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketId;

/** Layouts and printings; every method is called inside a transaction. */
public interface BadgeRepository {
    /** Empty while nobody has made one. */
    @Needs(Permission.SEE_EVENTS)
    Optional<BadgeLayout> layout(EventId event);

    @Needs(Permission.EDIT_EVENTS)
    void saveLayout(EventId event, BadgeLayout layout);

    /** Whose badge it would be; empty when the ticket is not of this event or not good. */
    @Needs(Permission.PRINT_BADGES)
    Optional<BadgeOwner> owner(EventId event, TicketId ticket);

    /** All who get a badge, by name, then by code; at most so many. */
    @Needs(Permission.PRINT_BADGES)
    List<BadgeOwner> owners(EventId event, int limit);

    /** All printings of a ticket's badge, in the order they were asked for. */
    @Needs(Permission.PRINT_BADGES)
    List<BadgePrint> prints(EventId event, TicketId ticket);

    /** All printings of the event, in the order they were asked for. */
    @Needs(Permission.PRINT_BADGES)
    List<BadgePrint> prints(EventId event);

    /** Adds a printing that has no end yet. */
    @Needs(Permission.PRINT_BADGES)
    void add(BadgePrint print);

    /** Says how one ended that had no end. */
    @ForAll
    void end(EventId event, PrintId print, BadgePrint.End end);
}

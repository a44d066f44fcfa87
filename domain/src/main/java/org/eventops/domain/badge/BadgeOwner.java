package org.eventops.domain.badge;

import org.eventops.domain.ticketing.TicketId;

/** A good ticket and what its badge would say. */
public record BadgeOwner(TicketId ticket, BadgeFace face) {}

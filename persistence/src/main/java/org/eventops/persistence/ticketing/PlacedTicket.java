package org.eventops.persistence.ticketing;

import java.util.UUID;
import org.eventops.domain.ticketing.Ticket;

/** A ticket with the key of its order. */
public record PlacedTicket(UUID orderId, Ticket ticket) {}

package org.eventops.domain.ticketing;

/** Whether a ticket still stands. */
public enum TicketStatus {
    VALID,
    CANCELED
}

package org.eventops.domain.ticketing;

/** Whether the organizer has said yes to an order that needs it. */
public enum Approval {
    NOT_NEEDED,
    OUTSTANDING,
    GIVEN
}

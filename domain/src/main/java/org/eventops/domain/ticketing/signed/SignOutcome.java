package org.eventops.domain.ticketing.signed;

import org.eventops.domain.ticketing.Ticket;

/** What became of signing a ticket. */
public sealed interface SignOutcome {
    /**
     * @param before the code it had
     */
    record Signed(Ticket ticket, String before) implements SignOutcome {}

    /** It has a signed code already, which stays. */
    record Kept(Ticket ticket) implements SignOutcome {}

    record NoSuchTicket() implements SignOutcome {}

    /** It has been issued as often as a code can tell. */
    record TooOften() implements SignOutcome {}
}

package org.eventops.domain.door.rehearsal;

/** What became of a rehearsal. */
public sealed interface RehearsalOutcome {
    record Done(RehearsalReport report) implements RehearsalOutcome {}

    /** There is no event, or no list, of this name any more. */
    record Gone() implements RehearsalOutcome {}

    /** Nobody has a ticket yet, so the engine has nothing to decide. */
    record NoTickets() implements RehearsalOutcome {}
}

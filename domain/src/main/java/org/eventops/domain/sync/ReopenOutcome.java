package org.eventops.domain.sync;

/** What became of undoing the settlement of a conflict. */
public sealed interface ReopenOutcome {
    /**
     * @param conflict as it is now: open, and what stood before stands again
     */
    record Reopened(Conflict conflict) implements ReopenOutcome {}

    /** This console has no such conflict. */
    record Unknown() implements ReopenOutcome {}

    record StillOpen(Conflict conflict) implements ReopenOutcome {}

    record Impossible(Conflict conflict, Obstacle obstacle) implements ReopenOutcome {}
}

package org.eventops.domain.sync;

/** What became of settling a conflict. */
public sealed interface ResolveOutcome {
    /**
     * @param conflict as it is now
     */
    record Resolved(Conflict conflict) implements ResolveOutcome {}

    /** This console has no such conflict. */
    record Unknown() implements ResolveOutcome {}

    /** Somebody was faster; nothing was changed. */
    record AlreadyResolved(Conflict conflict) implements ResolveOutcome {}

    record Impossible(Conflict conflict, Obstacle obstacle) implements ResolveOutcome {}
}

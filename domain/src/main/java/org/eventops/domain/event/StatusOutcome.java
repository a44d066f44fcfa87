package org.eventops.domain.event;

import java.util.Set;

/** What became of moving an event through its life. */
public sealed interface StatusOutcome {
    /** Moved, and written into its history. */
    record Moved(StatusChange change) implements StatusOutcome {}

    /** It was there already; nothing was written. */
    record Unchanged(EventStatus status) implements StatusOutcome {}

    /**
     * Not one step away.
     *
     * @param next where it may go from here; empty at the end of its life
     */
    record NotAllowed(EventStatus from, Set<EventStatus> next) implements StatusOutcome {
        public NotAllowed {
            next = Set.copyOf(next);
        }
    }

    record NoSuchEvent() implements StatusOutcome {}
}

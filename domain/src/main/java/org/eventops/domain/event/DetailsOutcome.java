package org.eventops.domain.event;

/** What became of an edit of an event's details. */
public sealed interface DetailsOutcome {
    /**
     * @param before as it was, to take the edit back with
     * @param now as it is kept
     */
    record Saved(Event before, Event now) implements DetailsOutcome {}

    record Gone() implements DetailsOutcome {}

    record NameNeeded() implements DetailsOutcome {}

    record EndsBeforeStart() implements DetailsOutcome {}
}

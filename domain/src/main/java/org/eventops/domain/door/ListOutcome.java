package org.eventops.domain.door;

/** What became of editing a check-in list. */
public sealed interface ListOutcome {
    /**
     * @param before as it was, to take the edit back with
     * @param now as it is kept
     */
    record Saved(ListRow before, ListRow now) implements ListOutcome {}

    record NameNeeded() implements ListOutcome {}

    /** Another list of the event has this name. */
    record NameTaken() implements ListOutcome {}

    /** It is a new list. */
    record Added() implements ListOutcome {}
}

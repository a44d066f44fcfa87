package org.eventops.domain.ticketing;

import java.util.List;

/**
 * What became of an edit.
 *
 * @param <T> what was edited
 */
public sealed interface EditOutcome<T> {
    /**
     * @param before as it was, to take the edit back with
     */
    record Saved<T>(T before, T now) implements EditOutcome<T> {}

    record Refused<T>(List<FieldProblem> problems) implements EditOutcome<T> {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** Somebody else has taken it away. */
    record Gone<T>() implements EditOutcome<T> {}
}

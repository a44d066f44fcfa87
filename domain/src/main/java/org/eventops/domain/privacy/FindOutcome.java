package org.eventops.domain.privacy;

import java.util.List;

/** What came of asking for a person. */
public sealed interface FindOutcome {
    record Found(PersonalData data) implements FindOutcome {}

    /** Nothing is kept of anybody who is called so. */
    record Nobody() implements FindOutcome {}

    /** They must be asked for more precisely. */
    record Several(List<Somebody> people) implements FindOutcome {
        public Several {
            people = List.copyOf(people);
        }
    }
}

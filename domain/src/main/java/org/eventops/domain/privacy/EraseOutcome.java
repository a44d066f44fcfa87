package org.eventops.domain.privacy;

import java.util.List;
import java.util.Map;

/** What came of erasing a person. */
public sealed interface EraseOutcome {
    /**
     * @param whose what finds them and nobody else: a name may have led to the address that tickets
     *     were bought under
     * @param changed how many rows of each part no longer name them, or would not; empty if none
     *     did before
     * @param stays rows that tell what they did here, and remain
     * @param done whether it was done; false for a dry run
     */
    record Erased(
            String whose,
            Map<Part, Integer> changed,
            int stays,
            List<KeptEvent> events,
            boolean done)
            implements EraseOutcome {
        public Erased {
            changed = Map.copyOf(changed);
            events = List.copyOf(events);
        }
    }

    record Nobody() implements EraseOutcome {}

    /** They must be asked for more precisely. */
    record Several(List<Somebody> people) implements EraseOutcome {
        public Several {
            people = List.copyOf(people);
        }
    }

    /** No reason was given. */
    record NoReason() implements EraseOutcome {}

    /** Their tickets would still admit at these events, and nobody would know whom. */
    record StillAdmits(List<KeptEvent> events) implements EraseOutcome {
        public StillAdmits {
            events = List.copyOf(events);
        }
    }

    /** They must first be taken off what they do here. */
    record WorksHere(String name) implements EraseOutcome {}
}

package org.eventops.domain.door;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of answers given after a person was let in. */
public sealed interface AnswersOutcome {
    /**
     * @param answers as they were written down
     */
    record Kept(SortedMap<String, String> answers) implements AnswersOutcome {
        public Kept {
            answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        }
    }

    /**
     * @param questions those whose answer was not taken, with why; nothing was kept
     */
    record NotTaken(List<OpenQuestion> questions) implements AnswersOutcome {
        public NotTaken {
            questions = List.copyOf(questions);
        }
    }

    /** The list or the ticket is no longer there. */
    record NoSuchTicket() implements AnswersOutcome {}
}

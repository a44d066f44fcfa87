package org.eventops.console.feature.door;

import java.util.List;
import java.util.Optional;
import org.eventops.domain.door.OpenQuestion;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.door.Verdict;

/**
 * What the door shows of one scan, in words.
 *
 * @param name of the attendee; empty where nobody matched
 * @param attention the check-in note that must not be overlooked; empty where there is none
 * @param pass how it may be passed
 * @param scan the scan that may be taken back
 */
public record VerdictCard(
        Verdict verdict,
        String word,
        String name,
        String product,
        String sentence,
        String attention,
        Pass pass,
        List<OpenQuestion> questions,
        List<Candidate> candidates,
        Optional<ScanId> scan) {

    /** What may be done about a refusal. */
    public enum Pass {
        NONE,
        /** A supervisor may let in, with a reason. */
        OVERRIDE,
        /** The order is pending and the list takes such orders. */
        TAKE_PENDING
    }
}

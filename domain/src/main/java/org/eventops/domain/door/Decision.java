package org.eventops.domain.door;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the door says to one scan.
 *
 * @param code cleaned
 * @param ticket the ticket it is about; absent where none, or not one, matched
 * @param overridable whether it may be passed: by a supervisor with a reason, or, when unpaid, by
 *     letting the pending order in
 * @param passed what was passed over to get here, in order
 * @param questions open ones: required, not taken, and optional ones that may be offered
 * @param candidates the tickets to pick from
 * @param answers the answers to keep with the ticket, as they are written down
 */
public record Decision(
        Verdict verdict,
        Reason reason,
        String code,
        @Nullable TicketFacts ticket,
        boolean overridable,
        List<Refusal> passed,
        List<OpenQuestion> questions,
        List<TicketFacts> candidates,
        SortedMap<String, String> answers) {
    public Decision {
        passed = List.copyOf(passed);
        questions = List.copyOf(questions);
        candidates = List.copyOf(candidates);
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }

    /** Nothing but a verdict and why. */
    static Decision of(Verdict verdict, Reason reason, String code) {
        return new Decision(
                verdict,
                reason,
                code,
                null,
                false,
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>());
    }

    static Decision refused(
            Refusal refusal, String code, TicketFacts ticket, List<TicketFacts> all) {
        return new Decision(
                refusal.verdict(),
                refusal.reason(),
                code,
                ticket,
                refusal.pass() != Refusal.Pass.NEVER,
                List.of(),
                List.of(),
                all,
                new TreeMap<>());
    }

    /** The first entry, where it is why somebody stays outside. */
    public Optional<FirstEntry> firstEntry() {
        return reason instanceof Reason.HasEntered entered
                ? Optional.of(entered.first())
                : Optional.empty();
    }

    /** Whether a supervisor's reason was needed to get here. */
    public boolean usedOverride() {
        return passed.stream().anyMatch(each -> each.pass() == Refusal.Pass.OVERRIDE);
    }
}

package org.eventops.domain.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.eventops.domain.door.rule.Rule;

/**
 * The one decision path: what the window, the command line, a merge and a rehearsal all ask. It
 * reads nothing but its arguments; only the rules it has read before are kept, to be fast.
 */
public final class Decider {
    private final RuleShelf rules = new RuleShelf();

    /**
     * @param knowledge all that is known about the cleaned code of the request
     */
    public Decision decide(Knowledge knowledge, ScanRequest request) {
        String code = CodeCleaner.clean(request.code());
        return switch (new Matching(knowledge, code, request).find()) {
            case Match.None none -> Decision.of(none.verdict(), none.reason(), code);
            case Match.Several several -> ambiguous(several.tickets(), code);
            case Match.One one -> decide(knowledge.setup(), one, request, code);
        };
    }

    private static Reason welcome(TicketFacts facts) {
        return facts.isStored() ? new Reason.Welcome() : new Reason.WelcomeBySignature();
    }

    private static Decision ambiguous(List<TicketFacts> tickets, String code) {
        return new Decision(
                Verdict.AMBIGUOUS,
                new Reason.SeveralMatch(tickets.size()),
                code,
                null,
                false,
                List.of(),
                List.of(),
                tickets,
                new TreeMap<>());
    }

    private Decision decide(DoorSetup setup, Match.One one, ScanRequest request, String code) {
        Rule rule = rules.read(setup.list().rules());
        Candidacy candidacy = new Candidacy(setup, rule, one.ticket(), request);
        List<Refusal> passed = new ArrayList<>();
        for (DoorPolicy policy : DoorPolicies.IN_ORDER) {
            Optional<Refusal> refusal = policy.against(candidacy);
            if (refusal.isPresent() && !refusal.get().passedBy(request)) {
                return Decision.refused(refusal.get(), code, one.ticket(), one.others());
            }
            refusal.ifPresent(passed::add);
        }
        return candidacy.isEntry()
                ? admit(candidacy, passed, code)
                : new Decision(
                        Verdict.EXITED,
                        new Reason.Goodbye(),
                        code,
                        one.ticket(),
                        false,
                        passed,
                        List.of(),
                        List.of(),
                        new TreeMap<>());
    }

    /** Questions come last: nobody is interviewed only to be refused. */
    private static Decision admit(Candidacy candidacy, List<Refusal> passed, String code) {
        // Answers are kept with the ticket: one that has not come yet is not asked for any.
        AnswerSheet sheet =
                AnswerSheet.of(
                        candidacy.facts().isStored() ? candidacy.setup().questions() : List.of(),
                        candidacy.facts().ticket(),
                        candidacy.request().answers());
        boolean waits = sheet.holdsBack();
        return new Decision(
                waits ? Verdict.ANSWERS_REQUIRED : Verdict.ADMITTED,
                waits ? sheet.missing() : welcome(candidacy.facts()),
                code,
                candidacy.facts(),
                false,
                passed,
                sheet.open(),
                List.of(),
                sheet.accepted());
    }
}

package org.eventops.domain.door.rule;

import java.util.List;

/** What a rule says of one ticket at one moment. */
public sealed interface RuleOutcome {
    /** The rule lets it pass, or there is none. */
    record Holds() implements RuleOutcome {}

    /**
     * @param clause the part of the rule that is not fulfilled
     */
    record Fails(RuleSentence clause) implements RuleOutcome {}

    /** The rule could not be evaluated: nobody passes, and the organizer is told why. */
    record CannotTell(List<RuleProblem> problems) implements RuleOutcome {
        public CannotTell {
            problems = List.copyOf(problems);
        }
    }
}

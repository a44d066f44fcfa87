package org.eventops.domain.door;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eventops.domain.door.rule.RuleFacts;
import org.eventops.domain.door.rule.RuleNames;
import org.eventops.domain.door.rule.RuleOutcome;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.SeriesDate;
import org.eventops.domain.ticketing.Product;

/** What the organizer set for a list: its gates and its rule. */
final class RulePolicies {
    private RulePolicies() {}

    /** Going out too. A door that has named no gate is at no other gate. */
    static Optional<Refusal> otherGate(Candidacy c) {
        String gate = c.request().gate();
        if (gate == null || c.list().gates().isEmpty() || c.list().gates().contains(gate)) {
            return Optional.empty();
        }
        Reason reason =
                new Reason.OtherGate(
                        gateName(c.setup(), gate),
                        c.list().gates().stream().map(each -> gateName(c.setup(), each)).toList());
        return Optional.of(Refusal.overridable(Verdict.RULE_REFUSED, reason));
    }

    static Optional<Refusal> rule(Candidacy c) {
        return switch (c.rule().evaluate(facts(c), names(c.setup()))) {
            case RuleOutcome.Holds unused -> Optional.empty();
            case RuleOutcome.Fails fails -> refused(new Reason.RuleNotMet(fails.clause()));
            case RuleOutcome.CannotTell broken -> refused(new Reason.RuleBroken(broken.problems()));
        };
    }

    private static Optional<Refusal> refused(Reason reason) {
        return Optional.of(Refusal.overridable(Verdict.RULE_REFUSED, reason));
    }

    static RuleFacts facts(Candidacy c) {
        return new RuleFacts(
                c.facts().ticket().product(),
                c.request().gate(),
                c.request().at(),
                occasion(c.setup(), c.facts()),
                Use.entryTimes(c.facts()),
                Use.isInside(c.facts()));
    }

    private static RuleFacts.Occasion occasion(DoorSetup setup, TicketFacts facts) {
        Event event = setup.event();
        String key = facts.ticket().date();
        SeriesDate date = key == null ? null : setup.dates().get(key);
        return date == null
                ? new RuleFacts.Occasion(
                        event.zone(), event.starts(), event.ends(), event.admission())
                : new RuleFacts.Occasion(
                        event.zone(), date.starts(), date.ends(), date.admission());
    }

    /** What the event calls the keys a rule names. */
    static RuleNames names(DoorSetup setup) {
        Map<String, String> products =
                setup.products().values().stream()
                        .collect(Collectors.toMap(Product::key, Product::name));
        Map<String, String> gates =
                setup.gates().values().stream().collect(Collectors.toMap(Gate::key, Gate::name));
        return new RuleNames(products, gates);
    }

    static String gateName(DoorSetup setup, String key) {
        Gate gate = setup.gates().get(key);
        return gate == null ? key : gate.name();
    }
}

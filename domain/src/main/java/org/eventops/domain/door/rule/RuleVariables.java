package org.eventops.domain.door.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The variables a rule may name, and what they are for one ticket. */
final class RuleVariables {
    /** Where the operators find the facts; no rule can name it. */
    private static final String FACTS = "\u0000facts";

    /** Every variable there is, with what it holds. */
    static final Map<String, RuleKind> KINDS =
            Map.ofEntries(
                    Map.entry("product", RuleKind.TEXT),
                    Map.entry("variation", RuleKind.TEXT),
                    Map.entry("gate", RuleKind.TEXT),
                    Map.entry("entry_status", RuleKind.TEXT),
                    Map.entry("now", RuleKind.TIME),
                    Map.entry("now_isoweekday", RuleKind.NUMBER),
                    Map.entry("entries_number", RuleKind.NUMBER),
                    Map.entry("entries_today", RuleKind.NUMBER),
                    Map.entry("entries_days", RuleKind.NUMBER),
                    Map.entry("minutes_since_last_entry", RuleKind.NUMBER),
                    Map.entry("minutes_since_first_entry", RuleKind.NUMBER));

    private RuleVariables() {}

    static Map<String, @Nullable Object> of(RuleFacts facts) {
        LocalDate today = facts.day(facts.now());
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put(FACTS, facts);
        values.put("product", facts.product());
        // Tickets of this console have no variations; one of pretix is a product of its own here.
        values.put("variation", null);
        values.put("gate", facts.gate());
        values.put("entry_status", facts.present() ? "present" : "absent");
        values.put("now", facts.now());
        values.put("now_isoweekday", today.getDayOfWeek().getValue());
        values.put("entries_number", facts.entries().size());
        values.put("entries_today", facts.count(entry -> facts.day(entry).equals(today)));
        values.put("entries_days", facts.days(entry -> true));
        values.put("minutes_since_last_entry", minutes(facts, Comparator.naturalOrder()));
        values.put("minutes_since_first_entry", minutes(facts, Comparator.reverseOrder()));
        return values;
    }

    static RuleFacts facts(Object data) {
        return (RuleFacts) Objects.requireNonNull(((Map<?, ?>) data).get(FACTS));
    }

    /** A clock that was set back makes no negative minutes: −1 says that there is no entry. */
    private static long minutes(RuleFacts facts, Comparator<Instant> latestIsLast) {
        Optional<Instant> entry = facts.entries().stream().max(latestIsLast);
        return entry.map(at -> Math.max(0, Duration.between(at, facts.now()).toMinutes()))
                .orElse(-1L);
    }
}

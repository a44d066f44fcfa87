package org.eventops.domain.door.rule;

import io.github.jamsesso.jsonlogic.ast.JsonLogicNode;
import io.github.jamsesso.jsonlogic.ast.JsonLogicString;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.door.rule.RuleSentence.Anchor;
import org.jspecify.annotations.Nullable;

/** The {@code buildTime} of a rule, read. */
sealed interface RuleTime {
    record At(Instant instant) implements RuleTime {}

    record Daily(LocalTime time) implements RuleTime {}

    record OfDate(Anchor anchor) implements RuleTime {}

    /** Empty for a kind of time, or a way of writing it, that there is not. */
    static Optional<RuleTime> read(List<JsonLogicNode> arguments) {
        String kind = arguments.isEmpty() ? null : text(arguments.get(0));
        String value = arguments.size() < 2 ? null : text(arguments.get(1));
        return kind == null ? Optional.empty() : read(kind, value);
    }

    static Optional<RuleTime> read(String kind, @Nullable String value) {
        try {
            return switch (kind) {
                case "custom" -> Optional.ofNullable(value).map(RuleTime::moment);
                case "customtime" -> Optional.ofNullable(value).map(RuleTime::timeOfDay);
                case "date_from" -> Optional.of(new OfDate(Anchor.STARTS));
                case "date_to" -> Optional.of(new OfDate(Anchor.ENDS));
                case "date_admission" -> Optional.of(new OfDate(Anchor.ADMISSION));
                default -> Optional.empty();
            };
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static RuleTime moment(String text) {
        return new At(OffsetDateTime.parse(text.strip()).toInstant());
    }

    private static RuleTime timeOfDay(String text) {
        return new Daily(LocalTime.parse(text.strip()));
    }

    private static @Nullable String text(JsonLogicNode node) {
        return node instanceof JsonLogicString string ? string.getValue() : null;
    }

    /** The moment that is meant for this ticket on the day of this scan. */
    default Instant on(RuleFacts facts) {
        return switch (this) {
            case At at -> at.instant();
            case Daily daily ->
                    facts.day(facts.now())
                            .atTime(daily.time())
                            .atZone(facts.occasion().zone())
                            .toInstant();
            case OfDate date -> of(date.anchor(), facts.occasion());
        };
    }

    private static Instant of(Anchor anchor, RuleFacts.Occasion occasion) {
        return switch (anchor) {
            case STARTS -> occasion.starts();
            case ENDS -> occasion.ends();
            case ADMISSION -> occasion.opening();
        };
    }

    default RuleSentence.When words(@Nullable RuleFacts facts) {
        return switch (this) {
            case At at -> new RuleSentence.When.At(at.instant());
            case Daily daily -> new RuleSentence.When.Daily(daily.time());
            case OfDate date ->
                    new RuleSentence.When.OfDate(date.anchor(), facts == null ? null : on(facts));
        };
    }
}

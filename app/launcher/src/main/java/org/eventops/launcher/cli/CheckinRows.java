package org.eventops.launcher.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eventops.console.feature.door.DecisionTexts;
import org.eventops.domain.door.Decision;
import org.eventops.domain.door.FirstEntry;
import org.eventops.domain.door.OpenQuestion;
import org.eventops.domain.door.Reason;
import org.eventops.domain.door.Scan;
import org.eventops.domain.door.TicketFacts;
import org.eventops.domain.door.Verdict;
import org.eventops.resources.Texts;
import org.jspecify.annotations.Nullable;

/** An answer of the door, as an object for scripts and as a line for people. */
final class CheckinRows {
    private static final String RESET = "\u001b[0m";

    private final DecisionTexts sentences;
    private final ZoneId zone;
    private final String list;

    CheckinRows(Texts texts, CheckinDesk desk) {
        this.sentences = new DecisionTexts(texts);
        this.zone = desk.event().zone();
        this.list = desk.list();
    }

    Map<String, ?> object(CheckinDesk.Answered answered) {
        Decision decision = answered.answer().decision();
        TicketFacts ticket = decision.ticket();
        return JsonRow.of("code", decision.code())
                .put("verdict", decision.verdict())
                .put("kind", JsonRow.word(answered.request().kind()))
                .put("list", list)
                .put("gate", answered.request().gate())
                .put("at", JsonRow.time(at(answered), zone))
                .put("scan", scan(answered))
                .put("ticket", ticket == null ? null : ticket.ticket().code())
                .put("attendee", ticket == null ? null : ticket.ticket().attendee().name())
                .put("product", ticket == null ? null : ticket.ticket().product())
                .put("firstEntry", decision.firstEntry().map(this::firstTime).orElse(null))
                .put("firstGate", decision.firstEntry().map(FirstEntry::gate).orElse(null))
                .put("firstOperator", decision.firstEntry().map(FirstEntry::operator).orElse(null))
                .put("override", decision.overridable())
                .put("reason", sentences.sentence(decision, zone))
                .put("clause", clause(decision))
                .put("questions", decision.questions().stream().map(this::question).toList())
                .put("candidates", decision.candidates().stream().map(this::candidate).toList())
                .put("attention", ticket != null && ticket.ticket().attention())
                .put("note", ticket == null ? null : ticket.ticket().note())
                .put("micros", answered.micros())
                .map();
    }

    /** As it was kept: the store holds microseconds. */
    private static Instant at(CheckinDesk.Answered answered) {
        Scan kept = answered.answer().scan();
        return kept == null ? answered.request().at() : kept.at();
    }

    private String firstTime(FirstEntry first) {
        return JsonRow.time(first.at().toInstant(), zone);
    }

    private static @Nullable String scan(CheckinDesk.Answered answered) {
        return answered.answer().scan() == null
                ? null
                : answered.answer().scan().id().value().toString();
    }

    /** The clause of a list's gates is called by its name, so that scripts can tell it. */
    private @Nullable String clause(Decision decision) {
        return decision.reason() instanceof Reason.OtherGate
                ? "gate"
                : sentences.clause(decision, zone).orElse(null);
    }

    private Map<String, ?> question(OpenQuestion open) {
        return JsonRow.of("key", open.question().key())
                .put("label", open.question().label())
                .put("type", JsonRow.word(open.question().type()))
                .put("required", open.required())
                .put("choices", open.question().choices())
                .put("given", open.given())
                .put(
                        "problem",
                        open.problem() == null
                                ? null
                                : sentences.problem(open.problem(), open.question().choices()))
                .map();
    }

    private Map<String, ?> candidate(TicketFacts facts) {
        return JsonRow.of("ticket", facts.ticket().code())
                .put("attendee", facts.ticket().attendee().name())
                .put("product", facts.ticket().product())
                .put("order", facts.order().code())
                .map();
    }

    /** Word, person and product; the reason, unless all is well. */
    String line(CheckinDesk.Answered answered, boolean colours) {
        Decision decision = answered.answer().decision();
        String word = symbol(decision.verdict()) + " " + sentences.word(decision.verdict());
        return Stream.of(
                        colours ? colour(decision.verdict()) + word + RESET : word,
                        decision.code(),
                        person(decision.ticket()),
                        sentences.sentence(decision, zone),
                        Objects.requireNonNullElse(scan(answered), ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("  "));
    }

    private static String person(@Nullable TicketFacts facts) {
        if (facts == null) {
            return "";
        }
        return Stream.of(facts.ticket().attendee().name(), facts.ticket().product())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private static String symbol(Verdict verdict) {
        return switch (verdict.tone()) {
            case GREEN -> "✓";
            case AMBER -> "!";
            case RED -> "✗";
        };
    }

    private static String colour(Verdict verdict) {
        return switch (verdict.tone()) {
            case GREEN -> "\u001b[1;32m";
            case AMBER -> "\u001b[1;33m";
            case RED -> "\u001b[1;31m";
        };
    }
}

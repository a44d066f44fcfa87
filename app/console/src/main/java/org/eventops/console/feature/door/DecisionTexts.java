package org.eventops.console.feature.door;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.door.AnswerProblem;
import org.eventops.domain.door.Decision;
import org.eventops.domain.door.FirstEntry;
import org.eventops.domain.door.Knowledge;
import org.eventops.domain.door.Reason;
import org.eventops.domain.door.UndoOutcome;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.door.rule.RuleProblem;
import org.eventops.domain.door.rule.RuleSentence;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.resources.Texts;
import org.jspecify.annotations.Nullable;

/** What the door says in words, the same in the window and on the command line. */
public final class DecisionTexts {
    private final Texts texts;
    private final TimeTexts times;

    public DecisionTexts(Texts texts) {
        this.texts = texts;
        this.times = new TimeTexts(texts);
    }

    /** One word, or two, readable at two metres. */
    public String word(Verdict verdict) {
        return texts.get("door.verdict." + verdict);
    }

    /** The sentence under the word: why, and what to do. */
    public String sentence(Decision decision, ZoneId zone) {
        return sentence(decision.reason(), zone);
    }

    /**
     * @param zone of the event
     */
    public String sentence(Reason reason, ZoneId zone) {
        return switch (reason) {
            case Reason.Welcome unused -> texts.get("door.reason.welcome");
            case Reason.WelcomeBySignature unused -> texts.get("door.reason.welcomeBySignature");
            case Reason.KeyRetired unused -> texts.get("door.reason.keyRetired");
            case Reason.Altered unused -> texts.get("door.reason.altered");
            case Reason.Goodbye unused -> texts.get("door.reason.goodbye");
            case Reason.EmptyCode unused -> texts.get("door.reason.emptyCode");
            case Reason.UnknownCode unused -> texts.get("door.reason.unknownCode");
            case Reason.CodeRevoked unused -> texts.get("door.reason.codeRevoked");
            case Reason.OfOtherEvent other ->
                    texts.get("door.reason.otherEvent", eventNames(other));
            case Reason.SeveralMatch several ->
                    texts.get("door.reason.severalMatch", several.tickets());
            case Reason.TicketCanceled unused -> texts.get("door.reason.ticketCanceled");
            case Reason.OrderCanceled order -> canceled(order);
            case Reason.TicketBlocked unused -> texts.get("door.reason.ticketBlocked");
            case Reason.NotApproved order -> texts.get("door.reason.notApproved", order.order());
            case Reason.ValidFrom time ->
                    texts.get("door.reason.validFrom", times.moment(time.from()));
            case Reason.ValidUntil time ->
                    texts.get("door.reason.validUntil", times.moment(time.until()));
            case Reason.ProductNotOnList product -> wrongProduct(product);
            case Reason.OtherDate date -> wrongDate(date);
            case Reason.NotPaid order -> unpaid(order);
            case Reason.OtherGate gate ->
                    texts.get("door.reason.otherGate", gate.gate(), either(gate.gates()));
            case Reason.RuleNotMet rule ->
                    texts.get("door.reason.ruleNotMet", clause(rule.clause(), zone));
            case Reason.RuleBroken rule ->
                    texts.get("door.reason.ruleBroken", problem(rule.problems().getFirst()));
            case Reason.HasEntered entered -> entered(entered.first());
            case Reason.AnswersMissing missing -> missing(missing);
            case Reason.NoSuchList list -> texts.get("door.reason.noSuchList", list.list());
            case Reason.StoreFailed failed ->
                    texts.get("door.reason.storeFailed." + failed.problem());
        };
    }

    /** The part of the list's terms that failed, in words; empty for any other reason. */
    public Optional<String> clause(Decision decision, ZoneId zone) {
        return switch (decision.reason()) {
            case Reason.RuleNotMet rule -> Optional.of(clause(rule.clause(), zone));
            case Reason.RuleBroken rule -> Optional.of(problem(rule.problems().getFirst()));
            case Reason.OtherGate gate ->
                    Optional.of(texts.get("door.clause.gate", either(gate.gates())));
            default -> Optional.empty();
        };
    }

    /** Any rule, or part of one, in words. */
    public String clause(RuleSentence clause, ZoneId zone) {
        return new RuleTexts(texts, times, zone).words(clause);
    }

    /** Why a rule cannot be understood. */
    public String problem(RuleProblem problem) {
        return texts.get("door.ruleProblem." + problem.kind(), problem.place(), problem.value());
    }

    /** Why an answer was not taken, for the field. */
    public String problem(AnswerProblem problem, List<String> choices) {
        return texts.get("door.answer." + problem, String.join(", ", choices));
    }

    /** What became of taking a scan back. */
    public String undo(UndoOutcome outcome, ZoneId zone) {
        return switch (outcome) {
            case UndoOutcome.Undone unused -> texts.get("door.undo.undone");
            case UndoOutcome.Unknown unused -> texts.get("door.undo.unknown");
            case UndoOutcome.AlreadyUndone already ->
                    texts.get("door.undo.already", times.moment(already.undo().at().atZone(zone)));
            case UndoOutcome.NothingToUndo nothing ->
                    texts.get("door.undo.nothing", word(nothing.verdict()));
            case UndoOutcome.TooLate late ->
                    texts.get("door.undo.tooLate", times.moment(late.until().atZone(zone)));
            case UndoOutcome.ReasonNeeded unused -> texts.get("door.undo.reasonNeeded");
        };
    }

    private static String eventNames(Reason.OfOtherEvent other) {
        return String.join(", ", other.events().stream().map(Knowledge.OtherEvent::name).toList());
    }

    private String canceled(Reason.OrderCanceled order) {
        String key = order.status() == OrderStatus.REFUNDED ? "orderRefunded" : "orderCanceled";
        return texts.get("door.reason." + key, order.order());
    }

    private String unpaid(Reason.NotPaid order) {
        String key = order.status() == OrderStatus.EXPIRED ? "orderExpired" : "orderPending";
        return texts.get("door.reason." + key, order.order());
    }

    private String wrongProduct(Reason.ProductNotOnList product) {
        return product.lists().isEmpty()
                ? texts.get("door.reason.productOnNoList", product.product())
                : texts.get(
                        "door.reason.productNotOnList",
                        product.product(),
                        String.join(", ", product.lists()));
    }

    private String wrongDate(Reason.OtherDate date) {
        return date.ticket() == null
                ? texts.get("door.reason.noDate")
                : texts.get("door.reason.otherDate", times.moment(date.ticket()));
    }

    private String missing(Reason.AnswersMissing missing) {
        return missing.invalid() > 0
                ? texts.get("door.reason.answersInvalid", missing.invalid())
                : texts.get("door.reason.answersMissing", missing.open());
    }

    private String entered(FirstEntry first) {
        return texts.get("door.reason.hasEntered", times.moment(first.at()))
                + part("door.reason.hasEntered.gate", first.gate())
                + part("door.reason.hasEntered.operator", first.operator())
                + ".";
    }

    private String part(String key, @Nullable String value) {
        return value == null || value.isBlank() ? "" : texts.get(key, value);
    }

    private String either(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : texts.get(
                        "door.rule.or",
                        String.join(", ", names.subList(0, names.size() - 1)),
                        names.getLast());
    }
}

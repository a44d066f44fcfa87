package org.eventops.console.feature.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.door.AnswerProblem;
import org.eventops.domain.door.FirstEntry;
import org.eventops.domain.door.Knowledge;
import org.eventops.domain.door.Reason;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.door.Undo;
import org.eventops.domain.door.UndoOutcome;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.door.rule.Rule;
import org.eventops.domain.door.rule.RuleNames;
import org.eventops.domain.door.rule.RuleProblem;
import org.eventops.domain.door.rule.RuleSentence;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.resources.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTextsTest {
    private static final ZoneId BOGOTA = ZoneId.of("America/Bogota");
    private static final ZonedDateTime TIME = ZonedDateTime.of(2026, 11, 20, 19, 4, 0, 0, BOGOTA);
    private final DecisionTexts english = new DecisionTexts(Texts.of(Locale.ENGLISH));
    private final DecisionTexts spanish = new DecisionTexts(Texts.of(Locale.of("es")));

    private static Stream<Reason> reasons() {
        FirstEntry first =
                new FirstEntry(new ScanId(new UUID(1, 1)), TIME, "Norte", "Sara", "puerta-1");
        return Stream.of(
                new Reason.Welcome(),
                new Reason.Goodbye(),
                new Reason.EmptyCode(),
                new Reason.UnknownCode(),
                new Reason.CodeRevoked(),
                new Reason.WelcomeBySignature(),
                new Reason.KeyRetired(),
                new Reason.Altered(),
                new Reason.OfOtherEvent(List.of(new Knowledge.OtherEvent("x", "Gala"))),
                new Reason.SeveralMatch(3),
                new Reason.TicketCanceled(),
                new Reason.OrderCanceled("A1B2C", OrderStatus.CANCELED),
                new Reason.OrderCanceled("A1B2C", OrderStatus.REFUNDED),
                new Reason.TicketBlocked(),
                new Reason.NotApproved("A1B2C"),
                new Reason.ValidFrom(TIME),
                new Reason.ValidUntil(TIME),
                new Reason.ProductNotOnList("VIP", List.of("Lounge", "Main")),
                new Reason.ProductNotOnList("VIP", List.of()),
                new Reason.OtherDate(LocalDateTime.of(2026, 11, 21, 19, 0), null),
                new Reason.OtherDate(null, null),
                new Reason.NotPaid("A1B2C", OrderStatus.PENDING),
                new Reason.NotPaid("A1B2C", OrderStatus.EXPIRED),
                new Reason.OtherGate("Sur", List.of("Norte", "Este")),
                new Reason.RuleNotMet(new RuleSentence.All(List.of())),
                new Reason.RuleBroken(
                        List.of(new RuleProblem(RuleProblem.Kind.UNKNOWN_VARIABLE, "$", "{x}"))),
                new Reason.HasEntered(first),
                new Reason.AnswersMissing(1, 0),
                new Reason.AnswersMissing(1, 2),
                new Reason.NoSuchList("Main"));
    }

    @Test
    void hasASentenceForEveryReasonInBothLanguages() {
        List<Class<?>> told = reasons().<Class<?>>map(Reason::getClass).distinct().toList();
        assertThat(Reason.class.getPermittedSubclasses())
                .filteredOn(each -> each != Reason.StoreFailed.class)
                .containsExactlyInAnyOrderElementsOf(told);
        reasons().forEach(this::tell);
        Arrays.stream(StoreException.Problem.values())
                .map(problem -> new Reason.StoreFailed(problem, "/data"))
                .forEach(this::tell);
    }

    private void tell(Reason reason) {
        String es = spanish.sentence(reason, BOGOTA);
        String en = english.sentence(reason, BOGOTA);
        assertThat(List.of(es, en)).allSatisfy(text -> assertThat(text).endsWith("."));
        assertThat(es).isNotEqualTo(en);
    }

    @Test
    void hasAWordForEverythingThatIsCounted() {
        Stream.of(english, spanish).forEach(DecisionTextsTest::sayAll);
    }

    private static void sayAll(DecisionTexts texts) {
        for (Verdict verdict : Verdict.values()) {
            assertThat(texts.word(verdict)).isNotBlank().hasSizeLessThan(15);
        }
        for (AnswerProblem problem : AnswerProblem.values()) {
            assertThat(texts.problem(problem, List.of("M", "L"))).endsWith(".");
        }
        for (RuleProblem.Kind kind : RuleProblem.Kind.values()) {
            assertThat(texts.problem(new RuleProblem(kind, "$.and[1]", "x"))).contains("$.and[1]");
        }
        Undo undo = new Undo(Instant.EPOCH, null, null);
        Stream.of(
                        new UndoOutcome.Unknown(),
                        new UndoOutcome.AlreadyUndone(undo),
                        new UndoOutcome.NothingToUndo(Verdict.BLOCKED),
                        new UndoOutcome.TooLate(Instant.EPOCH),
                        new UndoOutcome.ReasonNeeded())
                .forEach(outcome -> assertThat(texts.undo(outcome, BOGOTA)).endsWith("."));
    }

    @Test
    void saysWhenWhereAndByWhomTheFirstEntryWas() {
        FirstEntry first = new FirstEntry(new ScanId(new UUID(1, 1)), TIME, "North", "Sara", null);
        assertThat(english.sentence(new Reason.HasEntered(first), BOGOTA))
                .isEqualTo("Came in first on Nov 20, 2026, 19:04, at North, let in by Sara.");
        assertThat(spanish.sentence(new Reason.HasEntered(first), BOGOTA))
                .isEqualTo(
                        "Entró por primera vez el 20 nov 2026, 19:04, por North, con Sara en la puerta.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'<=':[{'var':'entries_today'},3]}|entries today: at most 3|entradas hoy: 3 como máximo",
                "{'isAfter':[{'var':'now'},{'buildTime':['date_admission']},10]}|from 10 min before admission on|desde 10 min antes de: la apertura de puertas",
                "{'isBefore':[{'var':'now'},{'buildTime':['customtime','20:00']}]}|before 20:00|antes de: 20:00",
                "{'isBefore':[{'var':'now'},{'buildTime':['date_to']},'15']}|until 15 min after the end|hasta 15 min después de: el final",
                "{'inList':[{'var':'gate'},{'objectList':[{'lookup':['gate','n','']}]}]}|the gate is North|la puerta es North",
                "{'==':[{'var':'now_isoweekday'},6]}|the day of the week: Saturday|el día de la semana: sábado",
                "{'==':[{'var':'entry_status'},'absent']}|the person: outside|la persona: afuera",
                "{'>':[{'entries_since':[{'buildTime':['date_from']}]},0]}|entries since the start: more than 0|entradas desde: el inicio: más de 0",
                "{'and':[{'or':[{'==':[{'var':'product'},'vip']},{'<':[{'var':'entries_number'},2]}]},{'!':[{'var':'gate'}]}]}|(the ticket: VIP or entries so far: fewer than 2) and not: the condition {\"var\":\"gate\"}|(la boleta: VIP o entradas hasta ahora: menos de 2) y no se cumple: la condición {\"var\":\"gate\"}",
            })
    void saysARuleInWords(String rule, String en, String es) {
        RuleSentence sentence =
                Rule.read(rule.replace('\'', '"'))
                        .sentence(new RuleNames(Map.of("vip", "VIP"), Map.of("n", "North")))
                        .orElseThrow();
        assertThat(english.clause(sentence, BOGOTA)).isEqualTo(en);
        assertThat(spanish.clause(sentence, BOGOTA)).isEqualTo(es);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "product",
                "variation",
                "gate",
                "entry_status",
                "now",
                "now_isoweekday",
                "entries_number",
                "entries_today",
                "entries_days",
                "minutes_since_last_entry",
                "minutes_since_first_entry",
                "entries_since",
                "entries_before",
                "entries_days_since",
                "entries_days_before",
            })
    void hasAWordForEverySubjectAndRelation(String name) {
        for (RuleSentence.Relation relation : RuleSentence.Relation.values()) {
            RuleSentence.Subject subject =
                    new RuleSentence.Subject(
                            name,
                            name.startsWith("entries_") && name.matches(".*(since|before)")
                                    ? new RuleSentence.When.Daily(LocalTime.NOON)
                                    : null);
            RuleSentence compared = new RuleSentence.Compared(subject, relation, "8");
            assertThat(english.clause(compared, BOGOTA)).contains("8").doesNotContain("{0}");
            assertThat(spanish.clause(compared, BOGOTA)).contains("8").doesNotContain("{0}");
        }
    }
}

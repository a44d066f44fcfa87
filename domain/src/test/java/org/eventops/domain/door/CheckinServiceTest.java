package org.eventops.domain.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.door.CheckinAnswer.OverrideUse;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Question;
import org.eventops.domain.ticketing.QuestionType;
import org.eventops.domain.ticketing.TicketId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckinServiceTest {
    private final TokyoDoor door = new TokyoDoor();

    @Test
    void keepsEveryScanAlsoARefusedOne() {
        door.ticket("A", t -> t.blocked = true);
        door.enter("L1", "A");
        door.enter("L1", "nobody");
        assertThat(door.store.scans)
                .extracting(Scan::verdict)
                .containsExactly(Verdict.BLOCKED, Verdict.UNKNOWN_TICKET);
        assertThat(door.last().operator()).isEqualTo("Sara");
        assertThat(door.last().device()).isEqualTo("door-1");
    }

    @Test
    void keepsOddCodesInPlainText() {
        Decision decision = door.enter("L1", "a\u0000b\ud800c" + "x".repeat(10_000));
        assertThat(decision.verdict()).isEqualTo(Verdict.UNKNOWN_TICKET);
        assertThat(door.last().code()).hasSize(Scan.CODE_LIMIT).startsWith("a\uFFFDb\uFFFDcx");
    }

    @Test
    void letsASupervisorPassAUsedTicketWithAReason() {
        door.ticket("A");
        door.enter("L1", "A");
        CheckinAnswer answer = door.override("L1", "A", "came back", TokyoDoor.SUPERVISOR);
        assertThat(answer.decision().verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(answer.override()).isEqualTo(OverrideUse.USED);
        assertThat(door.last().override()).isEqualTo("came back");
    }

    @Test
    void takesNoOverrideOfAStewardOrWithoutAReason() {
        door.ticket("A");
        door.enter("L1", "A");
        CheckinAnswer steward = door.override("L1", "A", "please", TokyoDoor.STEWARD);
        assertThat(steward.decision().verdict()).isEqualTo(Verdict.ALREADY_IN);
        assertThat(steward.override()).isEqualTo(OverrideUse.NOT_A_SUPERVISOR);
        CheckinAnswer empty = door.override("L1", "A", "  ", TokyoDoor.SUPERVISOR);
        assertThat(empty.decision().verdict()).isEqualTo(Verdict.ALREADY_IN);
        assertThat(empty.override()).isEqualTo(OverrideUse.NO_REASON);
    }

    @Test
    void keepsNoReasonWhereNothingWasPassedOver() {
        door.ticket("A");
        CheckinAnswer answer = door.override("L1", "A", "just in case", TokyoDoor.SUPERVISOR);
        assertThat(answer.override()).isEqualTo(OverrideUse.NOT_USED);
        assertThat(door.last().override()).isNull();
    }

    @Test
    void overridesARuleAndAGateButNothingElse() {
        door.list(Lists.plain("L1").rule("{\"or\":[]}").gates("north"));
        door.ticket("A");
        door.ticket("P", t -> t.paid = OrderStatus.EXPIRED);
        assertThat(verdict("A")).isEqualTo(Verdict.ADMITTED);
        assertThat(verdict("P")).isEqualTo(Verdict.UNPAID);
        door.ask(new Question("q", "q", QuestionType.TEXT, true, true, List.of(), List.of()));
        door.ticket("Q");
        assertThat(verdict("Q")).isEqualTo(Verdict.ANSWERS_REQUIRED);
        assertThat(door.last().override()).isNull();
    }

    private Verdict verdict(String code) {
        return door.override("L1", code, "reason", TokyoDoor.SUPERVISOR).decision().verdict();
    }

    @Test
    void refusesAtAnotherGateOnTheWayInAndOut() {
        door.list(Lists.plain("L1").gates("north"));
        door.ticket("A");
        Decision entry = door.enterAt("L1", "A", "south", ScanKind.ENTRY);
        assertThat(entry.verdict()).isEqualTo(Verdict.RULE_REFUSED);
        assertThat(entry.reason()).isEqualTo(new Reason.OtherGate("South", List.of("North")));
        assertThat(door.enterAt("L1", "A", "south", ScanKind.EXIT).verdict())
                .isEqualTo(Verdict.RULE_REFUSED);
        assertThat(door.enterAt("L1", "A", "north", ScanKind.ENTRY).verdict())
                .isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void keepsNoGoodAnswerBesideABadOneBeforeTheEntry() {
        door.ask(new Question("age", "a", QuestionType.NUMBER, true, true, List.of(), List.of()));
        door.ask(new Question("name", "n", QuestionType.TEXT, true, true, List.of(), List.of()));
        TicketId id = door.ticket("A");
        Decision decision = door.enterWith("L1", "A", Map.of("age", "x", "name", "Ana"));
        assertThat(decision.verdict()).isEqualTo(Verdict.ANSWERS_REQUIRED);
        assertThat(decision.questions()).hasSize(1);
        assertThat(door.stored(id).answers()).isEmpty();
    }

    @Test
    void letsInAtAnyGateWhereTheListNamesNone() {
        door.ticket("A");
        assertThat(door.enterAt("L1", "A", "south", ScanKind.ENTRY).verdict())
                .isEqualTo(Verdict.ADMITTED);
        assertThat(door.last().gate()).isEqualTo("south");
    }

    @Test
    void takesADoorThatHasNamedNoGateForNoOtherGate() {
        door.list(Lists.plain("L1").gates("north"));
        door.ticket("A");
        assertThat(door.enter("L1", "A").verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void acceptsAnExitWithoutAnEntryAndAsksNothing() {
        door.ask(new Question("q", "q", QuestionType.TEXT, true, true, List.of(), List.of()));
        door.ticket("A", t -> t.until = door.clock.instant().minusSeconds(9));
        assertThat(door.leave("L1", "A").verdict()).isEqualTo(Verdict.EXITED);
    }

    @Test
    void treatsAPendingOrderThatIsValidWhilePendingAsPaid() {
        door.ticket(
                "A",
                t -> {
                    t.paid = OrderStatus.PENDING;
                    t.validWhilePending = true;
                });
        door.ticket(
                "E",
                t -> {
                    t.paid = OrderStatus.EXPIRED;
                    t.validWhilePending = true;
                });
        assertThat(door.enter("L2", "A").verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(door.enterUnpaid("L1", "E").verdict()).isEqualTo(Verdict.UNPAID);
    }

    @Test
    void letsAStewardTakeAScanBackForAMinute() {
        door.ticket("A");
        door.enter("L1", "A");
        ScanId scan = door.last().id();
        door.clock.pass(Duration.ofSeconds(61));
        assertThat(undo(scan, TokyoDoor.STEWARD, "why")).isInstanceOf(UndoOutcome.TooLate.class);
        assertThat(undo(scan, TokyoDoor.SUPERVISOR, " ")).isEqualTo(new UndoOutcome.ReasonNeeded());
        assertThat(undo(scan, TokyoDoor.SUPERVISOR, "typo")).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(undo(scan, TokyoDoor.SUPERVISOR, "typo"))
                .isInstanceOf(UndoOutcome.AlreadyUndone.class);
        assertThat(Objects.requireNonNull(door.last().undone()).reason()).isEqualTo("typo");
    }

    @Test
    void measuresTheMinuteFromTheRecordingNotFromTheTimeDecidedFor() {
        door.ticket("A");
        ScanRequest early = ScanRequest.entry("A", door.clock.instant().minus(Duration.ofHours(5)));
        door.scan("L1", early, TokyoDoor.STEWARD);
        door.clock.pass(Duration.ofSeconds(60));
        assertThat(undo(door.last().id(), TokyoDoor.STEWARD, null))
                .isInstanceOf(UndoOutcome.Undone.class);
    }

    @Test
    void takesBackNothingThatIsUnknownOrWasRefused() {
        door.enter("L1", "nobody");
        assertThat(undo(door.last().id(), TokyoDoor.STEWARD, null))
                .isEqualTo(new UndoOutcome.NothingToUndo(Verdict.UNKNOWN_TICKET));
        assertThat(undo(new ScanId(new UUID(9, 9)), TokyoDoor.STEWARD, null))
                .isEqualTo(new UndoOutcome.Unknown());
    }

    private UndoOutcome undo(ScanId scan, Operator operator, @Nullable String reason) {
        return door.service.undo(scan, operator, reason);
    }

    @Test
    void answersErrorWithTheFailureWhenTheStoreFails() {
        door.ticket("A");
        door.store.failing = true;
        StoreException full = new StoreException(StoreException.Problem.DISK_FULL, "/data");
        door.store.failure = () -> full;
        CheckinAnswer answer =
                door.scan("L1", door.request("A", ScanKind.ENTRY), TokyoDoor.STEWARD);
        assertThat(answer.decision().verdict()).isEqualTo(Verdict.ERROR);
        assertThat(answer.failure()).isSameAs(full);
        assertThat(answer.scan()).isNull();
        door.store.failing = false;
        assertThat(door.enter("L1", "A").verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void doesNotHideABugAsAFailureOfTheStore() {
        door.store.failing = true;
        assertThatThrownBy(() -> door.enter("L1", "A")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysThatTheListIsGone() {
        Decision decision = door.enter("no such", "A");
        assertThat(decision.verdict()).isEqualTo(Verdict.ERROR);
        assertThat(decision.reason()).isEqualTo(new Reason.NoSuchList("no such"));
    }

    @Test
    void readsASetupOnceUntilSomethingElseThanItsScansChanges() {
        door.ticket("A");
        int before = door.store.setupsRead;
        door.enter("L1", "A");
        door.enter("L1", "A");
        assertThat(door.store.setupsRead).isEqualTo(before + 1);
        door.store.tell(Feature.SETTINGS);
        door.enter("L1", "A");
        assertThat(door.store.setupsRead).isEqualTo(before + 1);
        door.store.tell(Feature.DOOR);
        door.enter("L1", "A");
        assertThat(door.store.setupsRead).isEqualTo(before + 2);
    }

    @Test
    void asksAgainForAnAnswerItCannotTakeAndForOneNobodyAsked() {
        door.ask(new Question("mail", "m", QuestionType.EMAIL, false, true, List.of(), List.of()));
        door.ticket("A");
        assertThat(door.enterWith("L1", "A", Map.of("mail", "no")).verdict())
                .isEqualTo(Verdict.ANSWERS_REQUIRED);
        assertThat(door.enterWith("L1", "A", Map.of("other", "x")).verdict())
                .isEqualTo(Verdict.ANSWERS_REQUIRED);
        Decision offered = door.enter("L1", "A");
        assertThat(offered.verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(offered.questions()).hasSize(1);
    }

    @Test
    void keepsAnswersGivenAfterTheEntry() {
        door.ask(new Question("age", "a", QuestionType.NUMBER, false, true, List.of(), List.of()));
        TicketId id = door.ticket("A");
        door.enter("L1", "A");
        assertThat(door.service.answer(TokyoDoor.EVENT, "L1", "A", Map.of("age", "x")))
                .isInstanceOf(AnswersOutcome.NotTaken.class);
        assertThat(door.stored(id).answers()).isEmpty();
        assertThat(door.service.answer(TokyoDoor.EVENT, "L1", "A", Map.of("age", "41")))
                .isInstanceOf(AnswersOutcome.Kept.class);
        assertThat(door.stored(id).answers()).containsEntry("age", "41");
        assertThat(door.service.answer(TokyoDoor.EVENT, "L1", "a", Map.of("age", "41")))
                .isEqualTo(new AnswersOutcome.NoSuchTicket());
    }

    @Test
    void letsInFromTheFirstToTheLastMomentOfItsTime() {
        door.ticket("A", t -> t.from = door.clock.instant());
        door.ticket("B", t -> t.until = door.clock.instant());
        door.ticket("C", t -> t.from = door.clock.instant().plusSeconds(1));
        assertThat(door.enter("L1", "A").verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(door.enter("L1", "B").verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(door.enter("L1", "C").reason())
                .isEqualTo(
                        new Reason.ValidFrom(
                                door.clock.instant().plusSeconds(1).atZone(TokyoDoor.TOKYO)));
    }

    @Test
    void refusesRefundedAndCanceledOrders() {
        door.ticket("R", t -> t.paid = OrderStatus.REFUNDED);
        door.ticket("C", t -> t.paid = OrderStatus.CANCELED);
        assertThat(door.enter("L1", "R").verdict()).isEqualTo(Verdict.CANCELED);
        assertThat(door.leave("L1", "C").verdict()).isEqualTo(Verdict.CANCELED);
    }

    @Test
    void saysWhichListsAProductIsOn() {
        door.list(Lists.plain("other").products("two"));
        door.list(Lists.plain("other date").products("two").date("fri"));
        door.ticket("A", t -> t.product = "two");
        assertThat(door.enter("L2", "A").reason())
                .isEqualTo(
                        new Reason.ProductNotOnList("Product two", List.of("L1", "L3", "other")));
    }

    @Test
    void letsInAsOftenAsOneLikesWhereTheListAllowsIt() {
        door.ticket("A");
        door.enter("L2", "A");
        assertThat(door.enter("L2", "A").verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void takesTheTimesOfTheTicketsOwnDateInASeries() {
        door.list(
                Lists.plain("L1")
                        .rule(
                                "{\"isAfter\":[{\"var\":\"now\"},{\"buildTime\":[\"date_admission\"]}]}"));
        door.ticket("F", t -> t.date = "fri");
        door.ticket("S", t -> t.date = "sat");
        door.at("2020-01-03T09:00:00Z");
        assertThat(door.enter("L1", "F").verdict()).isEqualTo(Verdict.ADMITTED);
        assertThat(door.enter("L1", "S").verdict()).isEqualTo(Verdict.RULE_REFUSED);
        door.at("2020-01-04T10:00:00Z");
        assertThat(door.enter("L1", "S").verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void asksOnlyWhatIsAskedAtTheDoorOfThisProductAndNotAnsweredYet() {
        door.ask(new Question("later", "l", QuestionType.TEXT, true, false, List.of(), List.of()));
        door.ask(
                new Question("two", "t", QuestionType.TEXT, true, true, List.of("two"), List.of()));
        door.ask(new Question("size", "s", QuestionType.TEXT, true, true, List.of(), List.of()));
        TicketId id = door.ticket("A");
        assertThat(door.enter("L1", "A").questions())
                .extracting(open -> open.question().key())
                .containsExactly("size");
        door.store.answer(TokyoDoor.EVENT, id, Map.of("size", "M"));
        assertThat(door.enter("L1", "A").verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void keepsTimesToTheMicrosecond() {
        Instant micros = door.clock.instant().plusNanos(1_234_000);
        door.clock.set(micros.plusNanos(567));
        door.enter("L1", "nobody");
        assertThat(door.last().at()).isEqualTo(micros);
    }

    @Property(tries = 500)
    void answersAnyCodeWithoutAnErrorAndKeepsIt(@ForAll String code) {
        Decision decision = door.enter("L1", code);
        assertThat(decision.verdict()).isEqualTo(Verdict.UNKNOWN_TICKET);
        assertThat(CanonicalText.isCanonical(door.last().code())).isTrue();
    }
}

package org.eventops.domain.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Question;
import org.eventops.domain.ticketing.QuestionType;
import org.junit.jupiter.api.Test;

/** The table of examples in the contract, row by row. */
class ExamplesOfTheContractTest {
    private final TokyoDoor door = new TokyoDoor();

    @Test
    void admitsAPaidTicketAtItsFirstScan() {
        door.ticket("A");
        assertThat(door.enter("L1", "A").verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void admitsTheSameCodeWithAWalletPrefixInFront() {
        door.ticket("A");
        assertThat(door.enter("L1", "\\000001A").verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void refusesAPendingOrderUntilItIsOverridden() {
        door.ticket("A", t -> t.paid = OrderStatus.PENDING);
        Decision refused = door.enter("L1", "A");
        assertThat(refused.verdict()).isEqualTo(Verdict.UNPAID);
        assertThat(refused.overridable()).isTrue();
        assertThat(door.enterUnpaid("L1", "A").verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void refusesAPendingOrderOnAListWithoutPendingOnesWhateverIsSaid() {
        door.ticket("A", t -> t.paid = OrderStatus.PENDING);
        Decision refused = door.enterUnpaid("L2", "A");
        assertThat(refused.verdict()).isEqualTo(Verdict.UNPAID);
        assertThat(refused.overridable()).isFalse();
        assertThat(door.override("L2", "A", "knows me", TokyoDoor.SUPERVISOR).decision().verdict())
                .isEqualTo(Verdict.UNPAID);
    }

    @Test
    void saysWhenTheFirstEntryWas() {
        door.ticket("A");
        door.enter("L1", "A");
        Instant first = door.clock.instant();
        door.at("2020-01-01T09:45:00Z");
        Decision second = door.enter("L1", "A");
        assertThat(second.verdict()).isEqualTo(Verdict.ALREADY_IN);
        assertThat(second.firstEntry().orElseThrow().at().toInstant()).isEqualTo(first);
        assertThat(second.firstEntry().orElseThrow().operator()).isEqualTo("Sara");
    }

    @Test
    void letsInAgainAfterAnExit() {
        door.ticket("A");
        assertThat(
                        List.of(
                                door.enter("L1", "A").verdict(),
                                door.leave("L1", "A").verdict(),
                                door.enter("L1", "A").verdict(),
                                door.enter("L1", "A").verdict()))
                .containsExactly(
                        Verdict.ADMITTED, Verdict.EXITED, Verdict.ADMITTED, Verdict.ALREADY_IN);
    }

    @Test
    void doesNotLetInAgainWhereThereIsNoReentry() {
        door.ticket("A");
        assertThat(
                        List.of(
                                door.enter("L3", "A").verdict(),
                                door.leave("L3", "A").verdict(),
                                door.enter("L3", "A").verdict()))
                .containsExactly(Verdict.ADMITTED, Verdict.EXITED, Verdict.ALREADY_IN);
    }

    @Test
    void admitsOnAnotherList() {
        door.ticket("A");
        door.enter("L1", "A");
        assertThat(door.enter("L3", "A").verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void refusesAfterItsTimeAndAdmitsBefore() {
        door.ticket("gone", t -> t.until = door.clock.instant().minusSeconds(1));
        door.ticket("soon", t -> t.until = door.clock.instant().plusSeconds(1));
        assertThat(door.enter("L1", "gone").verdict()).isEqualTo(Verdict.EXPIRED);
        assertThat(door.enter("L1", "soon").verdict()).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void asksTheRuleOnTheWayInAndNotOnTheWayOut() {
        door.list(Lists.plain("L1").rule("{\"!\":[true]}"));
        door.ticket("A");
        assertThat(door.enter("L1", "A").verdict()).isEqualTo(Verdict.RULE_REFUSED);
        assertThat(door.leave("L1", "A").verdict()).isEqualTo(Verdict.EXITED);
    }

    @Test
    void countsTheEntriesOfTheDayInTokyo() {
        door.list(
                Lists.plain("days")
                        .flags(false, true, true, false)
                        .rule("{\"<\":[{\"var\":\"entries_today\"},3]}"));
        door.ticket("A");
        for (int i = 0; i < 3; i++) {
            assertThat(door.enter("days", "A").verdict()).isEqualTo(Verdict.ADMITTED);
        }
        assertThat(door.at("2020-01-01T14:50:00Z").enter("days", "A").verdict())
                .isEqualTo(Verdict.RULE_REFUSED);
        assertThat(door.at("2020-01-01T15:10:00Z").enter("days", "A").verdict())
                .isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void holdsBackUntilTenMinutesBeforeAdmission() {
        door.list(
                Lists.plain("L1")
                        .rule(
                                "{\"isAfter\":[{\"var\":\"now\"},{\"buildTime\":[\"date_admission\"]},10]}"));
        door.ticket("A");
        assertThat(door.at("2020-01-01T08:45:00Z").enter("L1", "A").verdict())
                .isEqualTo(Verdict.RULE_REFUSED);
        assertThat(door.at("2020-01-01T08:51:00Z").enter("L1", "A").verdict())
                .isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void asksARequiredQuestionFirst() {
        door.ask(question("waiver", QuestionType.BOOLEAN));
        var id = door.ticket("A");
        Decision open = door.enter("L1", "A");
        assertThat(open.verdict()).isEqualTo(Verdict.ANSWERS_REQUIRED);
        assertThat(open.questions()).singleElement().matches(OpenQuestion::required);
        assertThat(door.enterWith("L1", "A", Map.of("waiver", "true")).verdict())
                .isEqualTo(Verdict.ADMITTED);
        assertThat(door.stored(id).answers()).containsEntry("waiver", "true");
    }

    @Test
    void recordsNoEntryWhileAnAnswerIsWrong() {
        door.ask(question("age", QuestionType.NUMBER));
        var id = door.ticket("A");
        assertThat(door.enterWith("L1", "A", Map.of("age", "True")).verdict())
                .isEqualTo(Verdict.ANSWERS_REQUIRED);
        assertThat(door.entries()).isZero();
        assertThat(door.last().counts()).isFalse();
        assertThat(door.stored(id).answers()).isEmpty();
    }

    @Test
    void refusesAnAddonListWithoutMatching() {
        door.list(Lists.plain("addons").products("addon"));
        door.ticket("A");
        door.ticket(
                "A-1",
                t -> {
                    t.product = "addon";
                    t.addonTo = "A";
                });
        assertThat(door.enter("addons", "A").verdict()).isEqualTo(Verdict.WRONG_PRODUCT);
    }

    @Test
    void admitsAgainAfterAnUndo() {
        door.ticket("A");
        door.enter("L1", "A");
        assertThat(door.service.undo(door.last().id(), TokyoDoor.STEWARD, null))
                .isInstanceOf(UndoOutcome.Undone.class);
        assertThat(door.enter("L1", "A").verdict()).isEqualTo(Verdict.ADMITTED);
    }

    private static Question question(String key, QuestionType type) {
        return new Question(key, key, type, true, true, List.of(), List.of());
    }
}

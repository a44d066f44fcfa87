package org.eventops.domain.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.eventops.domain.ticketing.TicketStatus;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private final TokyoDoor door = new TokyoDoor();

    @Test
    void prefersTheExactCode() {
        door.ticket("abc");
        door.ticket("ABC");
        assertThat(codeOf(door.enter("L1", "ABC"))).isEqualTo("ABC");
    }

    @Test
    void ignoresCaseWhereThatIsUnique() {
        door.ticket("abc");
        assertThat(codeOf(door.enter("L1", "ABC"))).isEqualTo("abc");
        door.ticket("ABc");
        Decision several = door.enter("L1", "ABC");
        assertThat(several.verdict()).isEqualTo(Verdict.AMBIGUOUS);
        assertThat(several.candidates()).hasSize(2);
        assertThat(door.last().ticket()).isNull();
    }

    @Test
    void refusesARevokedCodeBeforeItLooksForATicket() {
        door.ticket("A");
        door.store.revoked.add("A");
        assertThat(door.enter("L1", "A").verdict()).isEqualTo(Verdict.REVOKED);
    }

    @Test
    void namesTheOtherEventOfACode() {
        door.store.elsewhere.put("X", new Knowledge.OtherEvent("osaka", "Osaka"));
        Decision decision = door.enter("L1", "X");
        assertThat(decision.verdict()).isEqualTo(Verdict.WRONG_EVENT);
        assertThat(decision.reason())
                .hasToString("OfOtherEvent[events=[OtherEvent[slug=osaka, name=Osaka]]]");
    }

    @Test
    void knowsNobodyByAnUnknownOrEmptyCode() {
        assertThat(door.enter("L1", "nobody").reason()).isEqualTo(new Reason.UnknownCode());
        assertThat(door.enter("L1", " \r\n").reason()).isEqualTo(new Reason.EmptyCode());
        assertThat(door.store.scans).hasSize(2);
    }

    @Test
    void takesTheOneTicketOfAnOrderThatIsStillToCome() {
        order("A", "B");
        assertThat(door.enter("L1", "O1").verdict()).isEqualTo(Verdict.AMBIGUOUS);
        door.enter("L1", "A");
        assertThat(codeOf(door.enter("L1", "o1"))).isEqualTo("B");
    }

    @Test
    void saysWhenTheFirstOfAnOrderCameWhenAllAreIn() {
        order("A", "B");
        door.enter("L1", "B");
        door.at("2020-01-01T09:40:00Z").enter("L1", "A");
        Decision decision = door.enter("L1", "O1");
        assertThat(decision.verdict()).isEqualTo(Verdict.ALREADY_IN);
        assertThat(codeOf(decision)).isEqualTo("B");
        assertThat(decision.candidates()).hasSize(2);
    }

    @Test
    void prefersTheTicketOfAnOrderThatWasNeverInToOneThatWentOut() {
        order("A", "B");
        door.enter("L1", "A");
        door.leave("L1", "A");
        assertThat(codeOf(door.enter("L1", "O1"))).isEqualTo("B");
        assertThat(codeOf(door.enter("L1", "O1"))).isEqualTo("A");
    }

    @Test
    void prefersAnOrderOfThisEventToATicketOfAnother() {
        order("A");
        door.store.elsewhere.put("O1", new Knowledge.OtherEvent("osaka", "Osaka"));
        assertThat(codeOf(door.enter("L1", "O1"))).isEqualTo("A");
    }

    @Test
    void letsOutTheOneOfAnOrderThatIsInside() {
        order("A", "B");
        door.enter("L1", "A");
        assertThat(codeOf(door.leave("L1", "O1"))).isEqualTo("A");
        assertThat(door.leave("L1", "O1").verdict()).isEqualTo(Verdict.AMBIGUOUS);
    }

    @Test
    void looksOnlyAtTicketsOfTheListAndNotAtCanceledOnes() {
        order("A", "B");
        door.ticket(
                "B",
                t -> {
                    t.order = "O1";
                    t.status = TicketStatus.CANCELED;
                });
        assertThat(codeOf(door.enter("L1", "O1"))).isEqualTo("A");
        door.list(Lists.plain("two").products("two"));
        assertThat(door.enter("two", "O1").verdict()).isEqualTo(Verdict.WRONG_PRODUCT);
        door.ticket(
                "C",
                t -> {
                    t.order = "O1";
                    t.product = "two";
                });
        assertThat(codeOf(door.enter("two", "O1"))).isEqualTo("C");
    }

    @Test
    void standsForItsOneAddonWhereTheListAsksForIt() {
        door.list(Lists.plain("addons").products("addon").flags(false, false, true, true));
        door.ticket("A");
        assertThat(door.enter("addons", "A").verdict()).isEqualTo(Verdict.WRONG_PRODUCT);
        addon("A-1", TicketStatus.VALID);
        addon("A-0", TicketStatus.CANCELED);
        assertThat(codeOf(door.enter("addons", "A"))).isEqualTo("A-1");
        assertThat(door.enter("addons", "A-1").verdict()).isEqualTo(Verdict.ALREADY_IN);
        addon("A-2", TicketStatus.VALID);
        assertThat(door.enter("addons", "A").verdict()).isEqualTo(Verdict.AMBIGUOUS);
    }

    private void order(String... codes) {
        for (String code : codes) {
            door.ticket(code, t -> t.order = "O1");
        }
    }

    private void addon(String code, TicketStatus status) {
        door.ticket(
                code,
                t -> {
                    t.product = "addon";
                    t.addonTo = "A";
                    t.status = status;
                });
    }

    private static String codeOf(Decision decision) {
        return Objects.requireNonNull(decision.ticket()).ticket().code();
    }
}

package org.eventops.domain.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eventops.domain.ticketing.Approval;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Question;
import org.eventops.domain.ticketing.QuestionType;
import org.eventops.domain.ticketing.TicketStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A ticket with two things against it is refused for the one that comes first in the contract. */
class OrderOfDecisionTest {
    private record Fault(Verdict verdict, Consumer<Tickets> make) {}

    private static final List<Fault> IN_ORDER =
            List.of(
                    new Fault(Verdict.REVOKED, t -> {}),
                    new Fault(Verdict.CANCELED, t -> t.status = TicketStatus.CANCELED),
                    new Fault(Verdict.BLOCKED, t -> t.blocked = true),
                    new Fault(Verdict.UNAPPROVED, t -> t.approval = Approval.OUTSTANDING),
                    new Fault(
                            Verdict.EXPIRED,
                            t -> t.until = TokyoDoor.event().starts().minusSeconds(7200)),
                    new Fault(Verdict.WRONG_PRODUCT, t -> t.product = "two"),
                    new Fault(Verdict.WRONG_DATE, t -> t.date = "sat"),
                    new Fault(Verdict.UNPAID, t -> t.paid = OrderStatus.PENDING),
                    new Fault(Verdict.RULE_REFUSED, t -> {}),
                    new Fault(Verdict.ALREADY_IN, t -> {}),
                    new Fault(Verdict.ANSWERS_REQUIRED, t -> {}));

    static Stream<Arguments> everyPair() {
        return IntStream.range(0, IN_ORDER.size())
                .boxed()
                .flatMap(
                        first ->
                                IntStream.range(first, IN_ORDER.size())
                                        .mapToObj(second -> Arguments.of(first, second)));
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void theEarlierFaultDecides(int first, int second) {
        TokyoDoor door = new TokyoDoor();
        Lists list = Lists.plain("door").products("one").date("fri");
        List<Fault> faults = List.of(IN_ORDER.get(first), IN_ORDER.get(second));
        door.list(list);
        door.ticket("A", t -> t.date = "fri");
        if (has(faults, Verdict.ALREADY_IN)) {
            assertThat(door.enter("door", "A").verdict()).isEqualTo(Verdict.ADMITTED);
        }
        door.ticket(
                "A",
                t -> {
                    t.date = "fri";
                    faults.forEach(fault -> fault.make().accept(t));
                });
        prepare(door, list, faults);
        assertThat(door.enter("door", "A").verdict()).isEqualTo(faults.getFirst().verdict());
    }

    private static void prepare(TokyoDoor door, Lists list, List<Fault> faults) {
        if (has(faults, Verdict.REVOKED)) {
            door.store.revoked.add("A");
        }
        if (has(faults, Verdict.ANSWERS_REQUIRED)) {
            door.ask(new Question("q", "q", QuestionType.TEXT, true, true, List.of(), List.of()));
        }
        door.list(has(faults, Verdict.RULE_REFUSED) ? list.rule("{\"!\":[true]}") : list);
    }

    private static boolean has(List<Fault> faults, Verdict verdict) {
        return faults.stream().anyMatch(fault -> fault.verdict() == verdict);
    }
}

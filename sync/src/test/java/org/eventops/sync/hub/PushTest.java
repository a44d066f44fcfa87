package org.eventops.sync.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.Receipt.Outcome;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.engine.HubProblem.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PushTest {
    private static final HubWorld WORLD = new HubWorld();
    private static final Console A = WORLD.console("caja", "admin");
    private static final Console B = WORLD.console("puerta", "door");

    private final UUID event = Changes.key();
    private final UUID list = Changes.key();
    private final UUID order = Changes.key();
    private final UUID ticket = Changes.key();

    @AfterAll
    static void close() {
        A.close();
        B.close();
        WORLD.close();
    }

    @BeforeEach
    void begin() {
        Receipt receipt =
                A.push(
                        Changes.event(event, "feria-" + event.getLeastSignificantBits()),
                        Changes.list(event, list, "Entrada", false, false),
                        Changes.order(event, order, "O1"),
                        Changes.ticket(event, order, ticket, "T1", "Beatriz Muñoz 🎟"));
        assertThat(receipt.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(receipt.upTo()).isEqualTo(Map.of(event, 4L));
    }

    @Test
    void givesEveryScanAReceiptAndItsPlaceInTheFeed() {
        List<LocalMutation> scans = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            scans.add(B.mutation(Changes.stray(event, list, Changes.key())));
        }
        List<Receipt> receipts = B.send(scans);
        for (int i = 0; i < 200; i++) {
            assertThat(receipts.get(i).outcome()).isEqualTo(Outcome.APPLIED);
            assertThat(receipts.get(i).id()).isEqualTo(scans.get(i).id());
            assertThat(receipts.get(i).upTo()).isEqualTo(Map.of(event, 5L + i));
        }
        FeedTransaction first = A.feed(event).get(1);
        assertThat(first.mutation()).isEqualTo(scans.getFirst().id());
        assertThat(first.entries().getFirst().columns())
                .containsEntry("verdict", "UNKNOWN_TICKET")
                .containsEntry("list_id", list)
                .containsEntry("at", Changes.TEN)
                .containsEntry("tenant", WORLD.tenant().id());
        assertThat(A.feed(event).getLast().lastSeq()).isEqualTo(204);
    }

    @Test
    void answersTheSameAfterALostAnswerAndDoesNothingTwice() {
        LocalMutation one = B.mutation(Changes.scan(event, list, ticket, Changes.key()));
        LocalMutation two = B.mutation(Changes.scan(event, list, ticket, Changes.key()));
        List<Receipt> first = B.send(one, two);
        assertThat(first)
                .extracting(Receipt::outcome)
                .containsExactly(Outcome.APPLIED, Outcome.CONFLICT);
        long clock = A.last(event).lastSeq();
        LocalMutation three = B.mutation(Changes.stray(event, list, Changes.key()));
        assertThat(B.send(one, two, three).subList(0, 2)).isEqualTo(first);
        assertThat(A.last(event).lastSeq()).isEqualTo(clock + 1);
    }

    @Test
    void knowsACopyOfAStoreByANumberWithOtherContent() throws Exception {
        LocalMutation mine = B.mutation(Changes.scan(event, list, ticket, Changes.key()));
        B.send(mine);
        LocalMutation copys =
                new LocalMutation(
                        mine.number(),
                        UUID.randomUUID(),
                        mine.at(),
                        List.of(Changes.scan(event, list, ticket, Changes.key())),
                        false);
        long clock = A.last(event).lastSeq();
        HubProblem problem =
                catchThrowableOfType(
                        HubProblem.class, () -> B.hub.push(B.sender(), List.of(copys)));
        assertThat(problem.kind()).isEqualTo(Kind.OTHER_HISTORY);
        assertThat(A.last(event).lastSeq()).isEqualTo(clock);
        UUID lineage = B.hub.newLineage();
        assertThat(B.hub.push(new Hub.Sender(B.device, lineage), List.of(copys)))
                .extracting(Receipt::outcome)
                .containsExactly(Outcome.CONFLICT);
    }

    @Test
    void keepsWhatOneBadMutationHoldsAndGoesOnWithTheQueue() {
        UUID gone = Changes.key();
        List<Receipt> receipts =
                B.send(
                        B.mutation(Changes.stray(event, list, Changes.key())),
                        B.mutation(
                                Changes.insert(
                                        "scan",
                                        event,
                                        gone,
                                        "list_id",
                                        list,
                                        "code",
                                        "C",
                                        "kind",
                                        "ENTRY",
                                        "verdict",
                                        "ADMITTED",
                                        "at",
                                        "ayer")),
                        B.mutation(Changes.stray(event, list, Changes.key())));
        assertThat(receipts)
                .extracting(Receipt::outcome)
                .containsExactly(Outcome.APPLIED, Outcome.REJECTED, Outcome.APPLIED);
        assertThat(receipts.get(1).reason()).isEqualTo("BAD_VALUE");
        FeedTransaction told = A.feed(event).get(2);
        assertThat(told.entries())
                .extracting(FeedTransaction.Entry::op)
                .containsExactly(FeedTransaction.Op.GONE, FeedTransaction.Op.ROW);
        assertThat(told.entries().getFirst().key()).isEqualTo(gone);
        assertThat(told.entries().getLast().columns())
                .containsEntry("kind", "REJECTED")
                .containsEntry("winner", "\"BAD_VALUE\"")
                .hasEntrySatisfying("loser", it -> assertThat((String) it).contains("ayer"));
    }

    @Test
    void keepsTextThatNoDatabaseTakes() {
        Receipt receipt = A.push(Changes.gate(event, Changes.key(), "norte", "nul \u0000 here"));
        assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(receipt.reason()).isEqualTo("BAD_VALUE");
        assertThat(A.push(Changes.gate(event, Changes.key(), "norte", "good")).outcome())
                .isEqualTo(Outcome.APPLIED);
    }

    @Test
    void doesNotAnswerForAnEventThatDidNotComeToBe() throws Exception {
        UUID unborn = Changes.key();
        Receipt receipt =
                A.push(
                        Changes.event(unborn, "nunca"),
                        Changes.update("ticket", unborn, Changes.key(), "name", "a", "b"));
        assertThat(receipt.reason()).isEqualTo("NO_ROW");
        assertThat(receipt.upTo()).isEmpty();
        assertThat(A.hub.clocks()).extracting(Hub.ScopeClock::scope).doesNotContain(unborn);
        assertThat(A.last(WORLD.tenant().id()).entries().getLast().columns())
                .containsEntry("kind", "REJECTED")
                .hasEntrySatisfying("loser", it -> assertThat((String) it).contains("nunca"));
        assertThat(A.push(Changes.event(unborn, "nunca")).outcome()).isEqualTo(Outcome.APPLIED);
    }
}

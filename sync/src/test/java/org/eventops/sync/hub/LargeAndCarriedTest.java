package org.eventops.sync.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.Receipt.Outcome;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.engine.HubProblem.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Mutations in parts, mutations of others, and who is let do what. */
class LargeAndCarriedTest {
    private static final HubWorld WORLD = new HubWorld();
    private static final Console A = WORLD.console("oficina", "admin");

    @AfterAll
    static void close() {
        A.close();
        WORLD.close();
    }

    private static UUID event() {
        UUID event = Changes.key();
        A.push(Changes.event(event, "feria-" + event.getLeastSignificantBits()));
        return event;
    }

    private static LocalMutation large() {
        LocalMutation any = A.mutation();
        return new LocalMutation(any.number(), any.id(), any.at(), List.of(), true);
    }

    /** An import whose every tenth ticket is known under another key already. */
    private static List<List<RowChange>> parts(UUID event, int parts, int each) {
        List<List<RowChange>> all = new ArrayList<>();
        UUID order = Changes.key();
        for (int part = 0; part < parts; part++) {
            List<RowChange> changes = new ArrayList<>();
            if (part == 0) {
                changes.add(Changes.order(event, order, "IMPORT"));
            }
            for (int i = 0; i < each; i++) {
                changes.add(
                        Changes.ticket(
                                event, order, Changes.key(), "T" + (part * each + i), "Ana " + i));
            }
            all.add(changes);
        }
        return all;
    }

    @Test
    void mergesALargeMutationAsOneTransactionOnceItIsWhole() throws Exception {
        UUID event = event();
        UUID known = Changes.key();
        UUID order = Changes.key();
        A.push(Changes.order(event, order, "O"), Changes.ticket(event, order, known, "T70", "Eva"));
        LocalMutation head = large();
        List<List<RowChange>> parts = parts(event, 3, 60);
        long before = A.last(event).lastSeq();
        assertThat(A.hub.pushPart(A.sender(), head, 0, false, parts.get(0))).isEmpty();
        assertThat(A.hub.pushPart(A.sender(), head, 2, true, parts.get(2)))
                .as("one is missing")
                .isEmpty();
        assertThat(A.hub.pushPart(A.sender(), head, 0, false, parts.get(0))).isEmpty();
        assertThat(A.hub.pushPart(A.sender(), head, 1, false, parts.get(1))).isEmpty();
        assertThat(A.last(event).lastSeq()).isEqualTo(before);
        Optional<Receipt> receipt = A.hub.pushPart(A.sender(), head, 2, true, parts.get(2));
        assertThat(receipt.orElseThrow().outcome()).isEqualTo(Outcome.CONFLICT);
        FeedTransaction told = A.last(event);
        assertThat(told.mutation()).isEqualTo(head.id());
        assertThat(told.firstSeq()).isEqualTo(before + 1);
        assertThat(told.entries())
                .filteredOn(each -> each.op() == FeedTransaction.Op.ALIAS)
                .singleElement()
                .satisfies(each -> assertThat(each.columns()).isEqualTo(Map.of("id", known)));
        assertThat(A.hub.pushPart(A.sender(), head, 2, true, parts.get(2))).isEqualTo(receipt);
        assertThat(WORLD.asked("SELECT count(*) FROM sync.ticket WHERE scope = '" + event + "'"))
                .isEqualTo("180");
        assertThat(WORLD.asked("SELECT count(*) FROM sync.push_part")).isEqualTo("0");
    }

    @Test
    void rejectsALargeMutationWholeAndSaysWhatHolds() throws Exception {
        UUID event = event();
        LocalMutation head = large();
        List<List<RowChange>> parts = parts(event, 2, 30);
        A.hub.pushPart(A.sender(), head, 1, false, parts.get(0));
        List<RowChange> bad = new ArrayList<>(parts.get(1));
        bad.add(Changes.ticket(event, Changes.key(), Changes.key(), "X", "Eva"));
        Receipt receipt = A.hub.pushPart(A.sender(), head, 2, true, bad).orElseThrow();
        assertThat(receipt.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(receipt.reason()).isEqualTo("NO_PARENT");
        assertThat(A.last(event).entries())
                .filteredOn(each -> each.op() == FeedTransaction.Op.GONE)
                .hasSize(62);
        assertThat(WORLD.asked("SELECT count(*) FROM sync.ticket WHERE scope = '" + event + "'"))
                .isEqualTo("0");
    }

    @Test
    void takesWhatARevokedDeviceDidFromOneThatMayCarry() throws Exception {
        UUID event = event();
        UUID list = Changes.key();
        A.push(Changes.list(event, list, "Entrada", false, false));
        try (Console door = WORLD.console("puerta", "door");
                Console other = WORLD.console("puerta 2", "door")) {
            LocalMutation scan = door.mutation(Changes.stray(event, list, Changes.key()));
            LocalMutation notIts = door.mutation(Changes.gate(event, Changes.key(), "n", "N"));
            WORLD.revoke("puerta");
            assertThat(problem(() -> door.hub.push(door.sender(), List.of(scan))))
                    .isIn(Kind.REVOKED, Kind.BUSY);
            assertThat(problem(() -> other.hub.push(door.sender(), List.of(scan))))
                    .isEqualTo(Kind.BROKEN);
            List<Receipt> receipts = A.hub.push(door.sender(), List.of(scan, notIts));
            assertThat(receipts)
                    .extracting(Receipt::outcome)
                    .containsExactly(Outcome.APPLIED, Outcome.REJECTED);
            assertThat(receipts.get(1).reason()).isEqualTo("ROLE");
            assertThat(
                            WORLD.asked(
                                    "SELECT device || ' ' || carrier FROM sync.change_log WHERE"
                                            + " mutation = '"
                                            + scan.id()
                                            + "'"))
                    .isEqualTo(door.device + " " + A.device);
        }
    }

    @Test
    void showsADeviceItsOwnScopesAndOrganisationOnly() throws Exception {
        UUID mine = Changes.key();
        UUID other = event();
        A.push(Changes.event(mine, "propia"));
        try (Console door = WORLD.console("puerta 3", "door", "propia");
                Console stranger =
                        HubWorld.connected(
                                WORLD.enroll(WORLD.addTenant("Sala Otra"), "jefe", "admin"))) {
            assertThat(door.hub.clocks()).extracting(Hub.ScopeClock::scope).containsExactly(mine);
            assertThat(door.hub.clocks().getFirst().live()).isTrue();
            assertThat(problem(() -> door.hub.hashes(other))).isEqualTo(Kind.BROKEN);
            assertThat(problem(() -> door.hub.load(other, "ticket", null, 10)))
                    .isEqualTo(Kind.BROKEN);
            assertThat(
                            door.push(
                                            Changes.scan(
                                                    other,
                                                    Changes.key(),
                                                    Changes.key(),
                                                    Changes.key()))
                                    .reason())
                    .isEqualTo("SCOPE");
            assertThat(stranger.hub.clocks()).extracting(Hub.ScopeClock::seq).containsExactly(0L);
            assertThat(stranger.push(Changes.gate(mine, Changes.key(), "n", "N")).reason())
                    .isEqualTo("SCOPE");
            assertThat(problem(() -> stranger.hub.push(door.sender(), List.of())))
                    .isEqualTo(Kind.BROKEN);
            assertThat(door.hub.hashes(mine)).containsKey("event");
        }
    }

    @Test
    void tellsAProgramFromAnotherTimeSo() {
        assertThat(problem(() -> A.hub.hello(new Hub.Hello(Hub.PROTOCOL + 1, "later", null))))
                .isEqualTo(Kind.HUB_TOO_OLD);
        assertThat(problem(() -> A.hub.hello(new Hub.Hello(0, "earlier", null))))
                .isEqualTo(Kind.PROGRAM_TOO_OLD);
    }

    @Test
    void saysWhetherItHasWhatTheConsoleHasAnAnswerFor() throws Exception {
        UUID event = event();
        Receipt receipt = A.push(Changes.gate(event, Changes.key(), "n", "N"));
        assertThat(known(receipt.id())).isTrue();
        assertThat(known(null)).isTrue();
        assertThat(known(UUID.randomUUID())).isFalse();
    }

    private static boolean known(@Nullable UUID last) throws HubProblem {
        return A.hub.hello(new Hub.Hello(Hub.PROTOCOL, "tests", last)).known();
    }

    private static Kind problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(HubProblem.class, call).kind();
    }
}

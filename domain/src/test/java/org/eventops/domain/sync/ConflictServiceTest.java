package org.eventops.domain.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.eventops.domain.change.TimeOrderedIds;
import org.eventops.domain.sync.Conflict.Kind;
import org.eventops.domain.sync.Conflict.Side;
import org.eventops.domain.sync.ResolveOutcome.AlreadyResolved;
import org.eventops.domain.sync.ResolveOutcome.Impossible;
import org.eventops.domain.sync.ResolveOutcome.Resolved;
import org.eventops.domain.sync.SyncControl.Connection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConflictServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-21T20:00:00Z");
    private static final UUID SCOPE = new UUID(7, 1);
    private static final UUID ROW = new UUID(7, 2);
    private static final UUID ID = new UUID(7, 3);
    private static final UUID EARLIER = new UUID(7, 4);
    private static final UUID LATER = new UUID(7, 5);

    private final FakeStore store = new FakeStore();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final ConflictService service =
            new ConflictService(
                    store,
                    store,
                    new Settlements(store, store, new TimeOrderedIds(clock, new Random(1))),
                    new ThisConsole(
                            () ->
                                    Optional.of(
                                            new Connection("hub:5432", "Casa", "Puerta A", "door")),
                            store),
                    clock);

    private static Conflict conflict(
            Kind kind, @Nullable String table, @Nullable String field, Side loser, Side winner) {
        return new Conflict(
                ID, SCOPE, kind, "what", table, ROW, field, loser, winner, NOW, null, null, null);
    }

    private static Side side(@Nullable String json, @Nullable String device) {
        return new Side(json, device, NOW);
    }

    private void capacity(int now) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", ROW);
        row.put("scope", SCOPE);
        row.put("name", "Palacio");
        row.put("city", "Quito");
        row.put("capacity", now);
        store.add("venue", row);
        store.add(
                conflict(
                        Kind.FIELD,
                        "venue",
                        "capacity",
                        side("900", "Puerta A"),
                        side("800", "Oficina")));
    }

    private @Nullable Object capacity() {
        return store.row("venue", ROW).orElseThrow().get("capacity");
    }

    private ResolveOutcome take(Take take) {
        return service.resolve(ID, take, "Ana", "a second entry");
    }

    private Conflict stored() {
        return store.find(ID).orElseThrow();
    }

    @Test
    void takesTheValueThatLostAndSaysWho() {
        capacity(800);
        assertThat(take(Take.MINE)).isInstanceOf(Resolved.class);
        assertThat(capacity()).isEqualTo(900);
        assertThat(stored().resolved()).isEqualTo(NOW);
        assertThat(stored().resolvedBy()).isEqualTo("Ana");
        assertThat(stored().taken()).isEqualTo("loser");
    }

    @Test
    void leavesTheValueThatStands() {
        capacity(800);
        take(Take.THEIRS);
        assertThat(capacity()).isEqualTo(800);
        assertThat(stored().taken()).isEqualTo("winner");
    }

    @Test
    void mineIsTheSideOfThisConsoleEvenWhereItWon() {
        Conflict won =
                conflict(
                        Kind.FIELD,
                        "venue",
                        "capacity",
                        side("1", "Oficina"),
                        side("2", "Puerta A"));
        assertThat(service.mine(won)).isEqualTo(Choice.WINNER);
        Conflict others = conflict(Kind.FIELD, "venue", "capacity", side("1", "B"), side("2", "C"));
        assertThat(service.mine(others)).isEqualTo(Choice.LOSER);
    }

    @Test
    void undoingPutsBackWhatStoodHereAndNotWhatTheConflictSays() {
        capacity(850);
        take(Take.MINE);
        assertThat(service.reopen(ID)).isInstanceOf(ReopenOutcome.Reopened.class);
        assertThat(capacity()).isEqualTo(850);
        assertThat(stored().resolved()).isNull();
        assertThat(stored().taken()).isNull();
    }

    @Test
    void undoingAtAnotherConsoleGoesByTheConflict() {
        capacity(800);
        take(Take.MINE);
        store.forgetOwn();
        service.reopen(ID);
        assertThat(capacity()).isEqualTo(800);
    }

    @Test
    void undoingKeepsWhatSomebodyHasSetSince() {
        capacity(800);
        take(Take.MINE);
        store.update("venue", ROW, Map.of("capacity", 1000));
        service.reopen(ID);
        assertThat(capacity()).isEqualTo(1000);
        assertThat(stored().resolved()).isNull();
    }

    @Test
    void aValueCannotBeBoth() {
        capacity(800);
        assertThat(take(Take.BOTH)).isEqualTo(new Impossible(stored(), Obstacle.NO_SUCH_SIDE));
        assertThat(stored().resolved()).isNull();
    }

    @Test
    void aRowThatIsGoneCannotBeSet() {
        store.add(conflict(Kind.FIELD, "venue", "capacity", side("900", null), side("800", null)));
        assertThat(take(Take.MINE)).isEqualTo(new Impossible(stored(), Obstacle.ROW_GONE));
    }

    @Test
    void aSideThatCannotBeReadIsNotTaken() {
        capacity(800);
        store.add(
                conflict(
                        Kind.FIELD,
                        "venue",
                        "capacity",
                        side("\"many\"", null),
                        side("800", null)));
        assertThat(take(Take.MINE)).isEqualTo(new Impossible(stored(), Obstacle.UNREADABLE));
        assertThat(capacity()).isEqualTo(800);
    }

    @Test
    void whoComesSecondIsToldAndChangesNothing() {
        capacity(800);
        take(Take.THEIRS);
        assertThat(take(Take.MINE)).isInstanceOf(AlreadyResolved.class);
        assertThat(capacity()).isEqualTo(800);
    }

    private void duplicate() {
        store.add("scan", scan(EARLIER, "Norte", "Puerta B"));
        store.add("scan", scan(LATER, "Sur", "Puerta A"));
        store.add(
                conflict(
                        Kind.DUPLICATE_ENTRY,
                        "scan",
                        null,
                        side(entry(LATER, "Sur", "Puerta A"), "Puerta A"),
                        side(entry(EARLIER, "Norte", "Puerta B"), "Puerta B")));
    }

    private static Map<String, @Nullable Object> scan(UUID id, String gate, String device) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", id);
        row.put("scope", SCOPE);
        row.put("verdict", "ADMITTED");
        row.put("gate", gate);
        row.put("device", device);
        return row;
    }

    private static String entry(UUID scan, String gate, String device) {
        return """
        {"scan":"%s","gate":"%s","at":"2026-11-21T19:58:00.000000Z","device":"%s","operator":null}
        """
                .formatted(scan, gate, device);
    }

    @Test
    void bothReallyEntered() {
        duplicate();
        take(Take.BOTH);
        assertThat(stored().taken()).isEqualTo("both");
        assertThat(store.all("scan_undo")).isEmpty();
    }

    @Test
    void takingMyEntryTakesTheOtherBackWithTheReason() {
        duplicate();
        take(Take.MINE);
        assertThat(store.all("scan_undo"))
                .singleElement()
                .satisfies(
                        undo -> {
                            assertThat(undo).containsEntry("scan_id", EARLIER);
                            assertThat(undo).containsEntry("reason", "a second entry");
                            assertThat(undo).containsEntry("operator", "Ana");
                        });
    }

    @Test
    void anEntryThatWasTakenBackAlreadyIsLeftSo() {
        duplicate();
        store.add("scan_undo", new HashMap<>(Map.of("id", new UUID(8, 1), "scan_id", EARLIER)));
        assertThat(take(Take.MINE)).isInstanceOf(Resolved.class);
        assertThat(store.all("scan_undo")).hasSize(1);
        service.reopen(ID);
        assertThat(store.all("scan")).hasSize(2);
    }

    @Test
    void undoingWritesTheEntryDownOnceMore() {
        duplicate();
        take(Take.THEIRS);
        service.reopen(ID);
        assertThat(store.all("scan"))
                .hasSize(3)
                .anySatisfy(
                        again -> {
                            assertThat(again.get("id")).isNotEqualTo(LATER);
                            assertThat(again).containsEntry("gate", "Sur");
                            assertThat(again).containsEntry("device", "Puerta A");
                        });
        assertThat(stored().resolved()).isNull();
    }

    @Test
    void whatTheHubSettledStaysSettled() {
        duplicate();
        store.resolve(ID, NOW, "hub", "undone");
        assertThat(service.reopen(ID))
                .isEqualTo(new ReopenOutcome.Impossible(stored(), Obstacle.BY_THE_HUB));
    }

    private void deleted() {
        store.add(
                conflict(
                        Kind.DELETED,
                        "gate",
                        null,
                        side(
                                """
                                {"row":{"id":"%s","scope":"%s","name_key":"norte","name":"Norte"},
                                 "fields":{"name":"Puerta norte"}}
                                """
                                        .formatted(ROW, SCOPE),
                                "Puerta A"),
                        side(null, "Oficina")));
    }

    @Test
    void restoresARowUnderANewKeyWithWhatWasWanted() {
        deleted();
        take(Take.MINE);
        assertThat(store.all("gate"))
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.get("id")).isNotEqualTo(ROW);
                            assertThat(row).containsEntry("name", "Puerta norte");
                            assertThat(row).containsEntry("name_key", "norte");
                        });
        service.reopen(ID);
        assertThat(store.all("gate")).isEmpty();
    }

    @Test
    void restoresNothingWhereAnotherHasTheName() {
        deleted();
        store.add(
                "gate",
                new HashMap<>(Map.of("id", new UUID(8, 2), "scope", SCOPE, "name_key", "norte")));
        assertThat(take(Take.MINE)).isEqualTo(new Impossible(stored(), Obstacle.TAKEN));
        assertThat(stored().resolved()).isNull();
    }

    private void rejected(String table, String op, String columns) {
        store.add(
                conflict(
                        Kind.REJECTED,
                        null,
                        null,
                        side(
                                """
                                [{"t":"%s","s":"%s","o":"%s","k":"%s","c":%s}]
                                """
                                        .formatted(table, SCOPE, op, ROW, columns),
                                "Puerta A"),
                        side("\"NO_PARENT\"", null)));
    }

    @Test
    void triesOnceMoreAndTakesItBack() {
        rejected("gate", "I", "{\"name_key\":[null,\"sur\"],\"name\":[null,\"Sur\"]}");
        take(Take.MINE);
        assertThat(store.row("gate", ROW)).isPresent();
        service.reopen(ID);
        assertThat(store.row("gate", ROW)).isEmpty();
    }

    @Test
    void letsGoOfWhatWasRejected() {
        rejected("gate", "I", "{\"name_key\":[null,\"sur\"],\"name\":[null,\"Sur\"]}");
        take(Take.THEIRS);
        assertThat(store.all("gate")).isEmpty();
        assertThat(stored().taken()).isEqualTo("winner");
    }

    @Test
    void aScanThatWasTriedAgainStaysOnRecord() {
        rejected("scan", "I", "{\"verdict\":[null,\"ADMITTED\"]}");
        take(Take.MINE);
        assertThat(service.reopen(ID))
                .isEqualTo(new ReopenOutcome.Impossible(stored(), Obstacle.ON_RECORD));
        assertThat(Objects.requireNonNull(stored().taken())).isEqualTo("loser");
    }

    @Test
    void asksForAConflictThatIsNotHere() {
        assertThat(take(Take.MINE)).isInstanceOf(ResolveOutcome.Unknown.class);
        assertThat(service.reopen(ID)).isInstanceOf(ReopenOutcome.Unknown.class);
    }

    @Test
    void listsWhatIsOpenFirst() {
        capacity(800);
        take(Take.THEIRS);
        UUID open = new UUID(9, 9);
        Conflict c = stored();
        store.add(
                new Conflict(
                        open,
                        SCOPE,
                        Kind.SLUG,
                        null,
                        "event",
                        ROW,
                        "slug",
                        c.loser(),
                        c.winner(),
                        NOW.minusSeconds(60),
                        null,
                        null,
                        null));
        var all = new ConflictRepository.Query(true, java.util.Set.of(), null, 10);
        assertThat(service.list(all)).extracting(Conflict::id).containsExactly(open, ID);
        var onlyOpen = new ConflictRepository.Query(false, java.util.Set.of(), null, 10);
        assertThat(service.list(onlyOpen)).extracting(Conflict::id).containsExactly(open);
    }
}

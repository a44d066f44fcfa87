package org.eventops.persistence.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.Replica.Membership;
import org.eventops.domain.change.replica.Replica.Weight;
import org.eventops.domain.change.replica.RowHash;
import org.eventops.domain.change.replica.Rows;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventId;
import org.eventops.persistence.Gala;
import org.eventops.persistence.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicaTest {
    private static final UUID ORDER = new UUID(0x0199_d6a0_0000_7000L, 1);
    private static final UUID TICKET = new UUID(0x0199_d6a0_0000_7000L, 2);
    private static final UUID OTHER = new UUID(0x0199_d6a0_0000_7000L, 3);

    @TempDir Path folder;

    private Store store;
    private EventId event;

    @BeforeEach
    void open() {
        store = Store.open(folder, Clock.systemUTC());
        event = Gala.made(store, 3);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void apply(java.util.function.Consumer<Rows> work) {
        store.replica()
                .apply(
                        Weight.SMALL,
                        rows -> {
                            work.accept(rows);
                            return true;
                        });
    }

    @Test
    void whatComesFromTheHubIsUsedAndNotSentBack() {
        int waiting = store.outbox().backlog().count();
        apply(rows -> Wire.ticketOf(rows, event.value(), ORDER, TICKET, "hub1"));
        assertThat(store.outbox().backlog().count()).isEqualTo(waiting);
        assertThat(Gala.scanned(store, event, "hub1")).isEqualTo(Verdict.ADMITTED);
        assertThat(store.outbox().backlog().count()).isEqualTo(waiting + 1);
    }

    @Test
    void listenersAreTold() {
        List<LocalChange> heard = new ArrayList<>();
        store.changes().listen(heard::add);
        apply(rows -> Wire.ticketOf(rows, event.value(), ORDER, TICKET, "hub1"));
        assertThat(heard)
                .containsExactly(
                        new LocalChange(Feature.TICKETING, java.util.Set.of(event.value())));
    }

    @Test
    void rowsAndCursorAreThereTogetherOrNotAtAll() {
        assertThatThrownBy(
                        () ->
                                apply(
                                        rows -> {
                                            Wire.ticketOf(
                                                    rows, event.value(), ORDER, TICKET, "hub1");
                                            rows.cursor(Wire.at(event.value(), 5));
                                            rows.rekey("ticket", TICKET, OTHER);
                                            throw new IllegalStateException("no");
                                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.replica().cursors()).isEmpty();
        apply(
                rows -> {
                    assertThat(rows.row("ticket", TICKET)).isEmpty();
                    assertThat(rows.alias("ticket", TICKET)).isEqualTo(TICKET);
                    rows.cursor(Wire.at(event.value(), 6));
                });
        assertThat(store.replica().cursors()).containsExactly(Wire.at(event.value(), 6));
    }

    @Test
    void aTakenNaturalKeyIsSaidAndLeavesTheTransactionUsable() {
        apply(
                rows -> {
                    rows.put("ticket_order", ORDER, Wire.order(event.value(), ORDER, "new"));
                    assertThatThrownBy(
                                    () ->
                                            rows.put(
                                                    "ticket",
                                                    TICKET,
                                                    Wire.ticket(
                                                            event.value(), TICKET, ORDER, "t0")))
                            .isInstanceOf(Rows.Taken.class);
                    UUID holder =
                            rows.holder("ticket", Map.of("scope", event.value(), "code", "t0"))
                                    .orElseThrow();
                    assertThat(rows.row("ticket", holder).orElseThrow())
                            .containsEntry("code", "t0");
                    rows.put(
                            "ticket", TICKET, Wire.ticket(event.value(), TICKET, ORDER, "t-other"));
                });
        assertThat(Gala.scanned(store, event, "t-other")).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void aMissingReferenceIsSaidAndAReferredRowIsNotDeleted() {
        apply(
                rows -> {
                    assertThatThrownBy(
                                    () ->
                                            rows.put(
                                                    "ticket",
                                                    TICKET,
                                                    Wire.ticket(event.value(), TICKET, ORDER, "x")))
                            .isInstanceOf(Rows.Taken.class);
                    Wire.ticketOf(rows, event.value(), ORDER, TICKET, "hub1");
                    assertThatThrownBy(() -> rows.delete("ticket_order", ORDER))
                            .isInstanceOf(Rows.Taken.class);
                    rows.delete("ticket", TICKET);
                    rows.delete("ticket_order", ORDER);
                    assertThat(rows.row("ticket_order", ORDER)).isEmpty();
                });
    }

    @Test
    void aRowUnderAnotherKeyTakesAlongWhatRefersToIt() {
        apply(
                rows -> {
                    Wire.ticketOf(rows, event.value(), ORDER, TICKET, "hub1");
                    rows.rekey("ticket_order", ORDER, OTHER);
                    assertThat(rows.row("ticket", TICKET).orElseThrow())
                            .containsEntry("order_id", OTHER);
                    assertThat(rows.row("ticket_order", ORDER)).isEmpty();
                    assertThat(rows.row("ticket_order", OTHER)).isEmpty();
                    assertThat(rows.alias("ticket_order", ORDER)).isEqualTo(OTHER);
                });
        apply(
                rows -> {
                    assertThat(rows.alias("ticket_order", ORDER)).isEqualTo(OTHER);
                    rows.put("ticket_order", ORDER, Wire.order(event.value(), ORDER, "again"));
                    assertThat(rows.alias("ticket_order", ORDER)).isEqualTo(ORDER);
                    rows.rekey("ticket_order", ORDER, OTHER);
                    rows.delete("ticket_order", ORDER);
                    assertThat(rows.alias("ticket_order", ORDER)).isEqualTo(ORDER);
                });
    }

    @Test
    void manyRowsAreInsertedTogetherOrNoneOfThem() {
        List<Map<String, @Nullable Object>> orders = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            UUID id = new UUID(1, i);
            orders.add(Wire.order(event.value(), id, "many" + i));
        }
        List<Map<String, @Nullable Object>> colliding = new ArrayList<>(orders);
        colliding.add(Wire.order(event.value(), new UUID(1, 5_000), "O0"));
        apply(
                rows -> {
                    assertThat(rows.insertAll("ticket_order", colliding)).isFalse();
                    assertThat(rows.row("ticket_order", new UUID(1, 0))).isEmpty();
                    assertThat(rows.insertAll("ticket_order", orders)).isTrue();
                    assertThat(rows.row("ticket_order", new UUID(1, 1_199))).isPresent();
                });
    }

    @Test
    void changesSomeColumnsAndIgnoresThoseItDoesNotKnow() {
        apply(
                rows -> {
                    Wire.ticketOf(rows, event.value(), ORDER, TICKET, "hub1");
                    Map<String, @Nullable Object> columns = new HashMap<>();
                    columns.put("blocked", true);
                    columns.put("of_a_later_version", "x");
                    rows.update("ticket", TICKET, columns);
                    rows.update("ticket", OTHER, columns);
                    assertThat(rows.row("ticket", TICKET).orElseThrow())
                            .containsEntry("blocked", true)
                            .containsEntry("code", "hub1");
                });
    }

    @Test
    void countsFollowScansThatComeAndGo() {
        apply(rows -> Wire.ticketOf(rows, event.value(), ORDER, TICKET, "hub1"));
        Gala.scanned(store, event, "hub1");
        assertThat(entered()).isEqualTo(1);
        UUID scan = new UUID(1, 77);
        store.replica()
                .apply(
                        Weight.LARGE,
                        rows -> {
                            rows.put("scan", scan, Wire.scan(rows, event.value(), scan, "t1"));
                            return true;
                        });
        assertThat(entered()).isEqualTo(2);
        apply(rows -> rows.delete("scan", scan));
        assertThat(entered()).isEqualTo(1);
    }

    private int entered() {
        return store.transactions()
                .read(() -> store.doorQueries().counts(event, "Main", Clock.systemUTC().instant()))
                .entered();
    }

    @Test
    void droppingAScopeTakesItsRowsAndItsCursor() {
        EventId second = Gala.made(store, "second", 2);
        apply(rows -> rows.cursor(Wire.at(event.value(), 5)));
        apply(rows -> rows.drop(event.value()));
        assertThat(store.replica().cursors()).isEmpty();
        assertThat(store.replica().hashes(event.value()).values()).containsOnly(ContentHash.NONE);
        assertThat(StoreProbe.hash(store, second.value(), "ticket").rows()).isEqualTo(2);
    }

    @Test
    void membershipOutlastsARebuild() throws java.io.IOException {
        Membership member = new Membership(new UUID(2, 1), new UUID(2, 2), new UUID(2, 3));
        store.replica().keep(member);
        Membership copied = new Membership(new UUID(2, 1), new UUID(2, 2), new UUID(2, 4));
        store.replica().keep(copied);
        store.close();
        java.nio.file.Files.delete(folder.resolve("store.mv.db"));
        store = Store.open(folder, Clock.systemUTC());
        assertThat(store.replica().membership()).contains(copied);
    }

    @Test
    void hashesEveryTableAsTheContractSays() {
        Map<String, ContentHash> before = store.replica().hashes(event.value());
        assertThat(before.keySet())
                .containsExactlyElementsOf(
                        SyncedTables.inOrder().stream().map(SyncedTables.Table::name).toList());
        ContentHash order0 = StoreProbe.hash(store, event.value(), "ticket_order");
        Map<String, @Nullable Object> order = Wire.order(event.value(), ORDER, "h");
        apply(
                rows -> {
                    rows.put("ticket_order", ORDER, order);
                    order.putAll(rows.row("ticket_order", ORDER).orElseThrow());
                });
        ContentHash one = RowHash.of(SyncedTables.of("ticket_order"), order);
        assertThat(StoreProbe.hash(store, event.value(), "ticket_order"))
                .isEqualTo(order0.plus(one));
    }

    @Test
    void gatheredRowsTakeTheScopesPlaceAtOneStroke() {
        UUID scope = event.value();
        apply(rows -> Wire.ticketOf(rows, scope, ORDER, TICKET, "hub1"));
        List<Map<String, @Nullable Object>> events = new ArrayList<>();
        apply(rows -> events.add(rows.row("event", scope).orElseThrow()));
        apply(
                rows -> {
                    Rows.Staging staging = rows.staging(scope);
                    staging.insertAll("event", events);
                    staging.insertAll("ticket_order", List.of(Wire.order(scope, OTHER, "O-hub1")));
                });
        assertThat(StoreProbe.hash(store, scope, "ticket").rows()).isEqualTo(4);
        apply(
                rows -> {
                    Rows.Staging staging = rows.staging(scope);
                    staging.insertAll(
                            "ticket", List.of(Wire.ticket(scope, TICKET, OTHER, "renamed")));
                    staging.swapIn();
                    rows.cursor(Wire.at(scope, 9));
                });
        assertThat(StoreProbe.hash(store, scope, "ticket").rows()).isEqualTo(1);
        apply(
                rows -> {
                    assertThat(rows.row("ticket", TICKET).orElseThrow())
                            .containsEntry("code", "renamed")
                            .containsEntry("order_id", OTHER);
                    assertThat(rows.row("ticket_order", ORDER)).isEmpty();
                });
        assertThat(store.replica().cursors()).extracting(Cursor::seq).containsExactly(9L);
    }

    @Test
    void aGatheredScopeThatDoesNotFitChangesNothing() {
        UUID scope = event.value();
        EventId second = Gala.made(store, "second", 2);
        apply(
                rows -> {
                    Map<String, @Nullable Object> row =
                            new HashMap<>(rows.row("event", scope).orElseThrow());
                    row.put("slug", "second");
                    Rows.Staging staging = rows.staging(scope);
                    staging.insertAll("event", List.of(row));
                    assertThatThrownBy(staging::swapIn).isInstanceOf(Rows.Taken.class);
                    staging.clear();
                    assertThat(rows.row("event", scope).orElseThrow())
                            .containsEntry("slug", "gala");
                });
        assertThat(StoreProbe.hash(store, scope, "ticket").rows()).isEqualTo(3);
        assertThat(StoreProbe.hash(store, second.value(), "ticket").rows()).isEqualTo(2);
    }
}

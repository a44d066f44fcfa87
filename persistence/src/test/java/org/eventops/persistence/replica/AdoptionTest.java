package org.eventops.persistence.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Replica.Membership;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventId;
import org.eventops.domain.venue.Venue;
import org.eventops.persistence.Gala;
import org.eventops.persistence.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdoptionTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final UUID TENANT = new UUID(0x0199_d6a0_0000_7000L, 77);
    private static final UUID DEVICE = new UUID(0x0199_d6a0_0000_7000L, 78);
    private static final UUID LINEAGE = new UUID(0x0199_d6a0_0000_7000L, 79);
    private static final long MUCH = 1L << 30;

    @TempDir Path scratch;

    private Path folder() {
        return scratch.resolve("live");
    }

    private static Venue hall() {
        return new Venue("Teatro Colón", "Bogotá", null, null);
    }

    private static void venue(Store store) {
        store.transactions()
                .write(
                        () -> {
                            store.venues().save(hall());
                            return true;
                        });
    }

    @Test
    void whatTheStoreHoldsWaitsEventByEventInPlaceOfHowItCameAbout() {
        try (Store store = Store.open(folder(), CLOCK)) {
            EventId gala = Gala.made(store, 3);
            EventId large = Gala.made(store, "large", 2_000);
            venue(store);
            Gala.scanned(store, gala, "t0");
            store.adopt(TENANT, DEVICE, LINEAGE);
            List<LocalMutation> waiting = store.outbox().waiting(0, 100, MUCH);
            assertThat(waiting).hasSize(3);
            assertThat(waiting).extracting(LocalMutation::at).isSorted();
            assertThat(waiting)
                    .extracting(LocalMutation::large)
                    .containsExactly(false, false, true);
            assertThat(scopes(waiting.get(0).changes())).containsExactly(TENANT);
            assertThat(scopes(waiting.get(1).changes())).containsExactly(gala.value());
            List<RowChange> parts = new ArrayList<>();
            store.outbox().parts(waiting.get(2).number(), (part, last, some) -> parts.addAll(some));
            assertThat(scopes(parts)).containsExactly(large.value());
            assertThat(parts).filteredOn(c -> c.table().equals("ticket")).hasSize(2_000);
            assertThat(waiting.get(1).changes())
                    .allSatisfy(
                            change -> {
                                assertThat(change.op()).isEqualTo(RowChange.Op.INSERT);
                                assertThat(change.columns())
                                        .contains(new RowChange.Column("tenant", null, TENANT));
                            });
            assertThat(order(waiting.get(1).changes())).isSorted();
        }
    }

    private static Set<UUID> scopes(List<RowChange> changes) {
        return changes.stream().map(RowChange::scope).collect(Collectors.toSet());
    }

    private static List<Integer> order(List<RowChange> changes) {
        List<String> tables =
                SyncedTables.inOrder().stream().map(SyncedTables.Table::name).toList();
        return changes.stream().map(change -> tables.indexOf(change.table())).toList();
    }

    @Test
    void workGoesOnWithoutOpeningAgain() throws SQLException {
        try (Store store = Store.open(folder(), CLOCK)) {
            EventId gala = Gala.made(store, 3);
            venue(store);
            store.adopt(TENANT, DEVICE, LINEAGE);
            assertThat(store.replica().membership())
                    .contains(new Membership(DEVICE, TENANT, LINEAGE));
            assertThat(Gala.scanned(store, gala, "t0")).isEqualTo(Verdict.ADMITTED);
            assertThat(store.transactions().read(() -> store.venues().all()))
                    .containsExactly(hall());
            assertThat(store.outbox().waiting(0, 100, MUCH)).hasSize(3);
            venue(store);
        }
        try (Connection connection = StoreProbe.open(folder())) {
            Set<String> tenants = new TreeSet<>();
            for (SyncedTables.Table table : SyncedTables.inOrder()) {
                tenants.addAll(StoreProbe.rows(connection, "SELECT tenant FROM " + table.name()));
            }
            assertThat(tenants).containsExactly(TENANT + " | ");
            assertThat(StoreProbe.rows(connection, "SELECT scope FROM venue"))
                    .containsExactly(TENANT + " | ");
        }
    }

    @Test
    void anEmptyStoreAdoptsNothing() {
        try (Store store = Store.open(folder(), CLOCK)) {
            store.adopt(TENANT, DEVICE, LINEAGE);
            assertThat(store.outbox().waiting(0, 100, MUCH)).isEmpty();
            assertThat(store.replica().membership()).isPresent();
        }
    }

    @Test
    void doneAgainItChangesNothingAndAnotherHubIsRefused() {
        try (Store store = Store.open(folder(), CLOCK)) {
            Gala.made(store, 3);
            store.adopt(TENANT, DEVICE, LINEAGE);
            List<LocalMutation> waiting = store.outbox().waiting(0, 100, MUCH);
            store.adopt(TENANT, DEVICE, LINEAGE);
            assertThat(store.outbox().waiting(0, 100, MUCH)).isEqualTo(waiting);
            assertThatThrownBy(() -> store.adopt(LINEAGE, DEVICE, LINEAGE))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aCrashLeavesAllOfItOrNothing() throws IOException {
        Path before = scratch.resolve("before");
        Path after = scratch.resolve("after");
        List<LocalMutation> waiting;
        try (Store store = Store.open(folder(), CLOCK)) {
            EventId gala = Gala.made(store, 800);
            Gala.scanned(store, gala, "t0");
            StoreProbe.copyOf(folder(), before);
            store.adopt(TENANT, DEVICE, LINEAGE);
            Gala.scanned(store, gala, "t1");
            waiting = store.outbox().waiting(0, 100, MUCH);
            StoreProbe.copyOf(folder(), after);
        }
        Map<String, List<String>> expected = StoreProbe.content(folder());
        assertAdopted(after, waiting, expected);
        Files.delete(after.resolve("store.mv.db"));
        assertAdopted(after, waiting, expected);
        // The old database beside the new journal, cut at every tenth of the adoption's frames.
        Path old = before.resolve("journal");
        Path whole = after.resolve("journal");
        Path file = only(whole);
        byte[] bytes = Files.readAllBytes(file);
        long from = Files.size(only(old));
        Map<Integer, Integer> seen = new HashMap<>();
        for (int i = 0; i <= 10; i++) {
            Path torn = StoreProbe.copyOf(before, scratch.resolve("torn" + i));
            long end = from + (bytes.length - from) * i / 10;
            Files.write(only(torn.resolve("journal")), java.util.Arrays.copyOf(bytes, (int) end));
            try (Store store = Store.open(torn, CLOCK)) {
                boolean member = store.replica().membership().isPresent();
                int count = store.outbox().waiting(0, 100, MUCH).size();
                assertThat(count).isEqualTo(member ? (i == 10 ? 2 : 1) : 2);
                seen.merge(member ? 1 : 0, 1, Integer::sum);
            }
        }
        assertThat(seen.keySet()).containsExactlyInAnyOrder(0, 1);
    }

    private static Path only(Path journal) throws IOException {
        try (var files = Files.list(journal)) {
            return files.filter(f -> f.toString().endsWith(".log")).findFirst().orElseThrow();
        }
    }

    private static void assertAdopted(
            Path folder, List<LocalMutation> waiting, Map<String, List<String>> expected) {
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(store.outbox().waiting(0, 100, MUCH)).isEqualTo(waiting);
            List<RowChange> changes = new ArrayList<>();
            store.outbox()
                    .parts(waiting.getFirst().number(), (part, last, some) -> changes.addAll(some));
            assertThat(changes).filteredOn(c -> c.table().equals("ticket")).hasSize(800);
        }
        assertThat(StoreProbe.differences(expected, StoreProbe.content(folder))).isEmpty();
    }
}

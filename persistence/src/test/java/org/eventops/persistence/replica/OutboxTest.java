package org.eventops.persistence.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Outbox;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.Replica.Weight;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.event.EventId;
import org.eventops.persistence.Gala;
import org.eventops.persistence.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final long MUCH = 1L << 30;

    @TempDir Path folder;

    @Test
    void givesWhatWasCommittedInOrderWithItsChanges() {
        try (Store store = Store.open(folder, CLOCK)) {
            EventId event = Gala.made(store, 3);
            Gala.scanned(store, event, "t0");
            List<LocalMutation> waiting = store.outbox().waiting(0, 100, MUCH);
            assertThat(waiting).hasSize(2);
            assertThat(waiting).extracting(LocalMutation::number).isSorted();
            assertThat(waiting).extracting(LocalMutation::at).isSorted();
            RowChange scan = waiting.getLast().changes().getFirst();
            assertThat(scan.table()).isEqualTo("scan");
            assertThat(scan.scope()).isEqualTo(event.value());
            assertThat(scan.columns())
                    .extracting(RowChange.Column::name)
                    .doesNotContain("recorded");
            assertThat(store.outbox().waiting(waiting.getFirst().number(), 100, MUCH)).hasSize(1);
            assertThat(store.outbox().waiting(0, 1, MUCH)).hasSize(1);
            assertThat(store.outbox().waiting(0, 100, 1)).hasSize(1);
            assertThat(store.outbox().backlog())
                    .isEqualTo(
                            new Outbox.Backlog(
                                    2, waiting.getFirst().at(), waiting.getLast().number()));
        }
    }

    @Test
    void saysTheSameAfterARestart() {
        List<LocalMutation> before;
        try (Store store = Store.open(folder, CLOCK)) {
            Gala.scanned(store, Gala.made(store, 3), "t0");
            before = store.outbox().waiting(0, 100, MUCH);
        }
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(store.outbox().waiting(0, 100, MUCH)).isEqualTo(before);
        }
    }

    @Test
    void tellsOfWhatIsAdded() {
        try (Store store = Store.open(folder, CLOCK)) {
            EventId event = Gala.made(store, 3);
            AtomicInteger told = new AtomicInteger();
            store.outbox().onAdded(told::incrementAndGet);
            Gala.scanned(store, event, "t0");
            assertThat(told).hasValue(1);
        }
    }

    @Test
    void aLargeOneComesInParts() {
        try (Store store = Store.open(folder, CLOCK)) {
            Gala.made(store, 2_000);
            LocalMutation large = store.outbox().waiting(0, 100, MUCH).getFirst();
            assertThat(large.large()).isTrue();
            assertThat(large.changes()).isEmpty();
            List<RowChange> changes = new ArrayList<>();
            List<Boolean> last = new ArrayList<>();
            List<Integer> sizes = new ArrayList<>();
            read(store, large, changes, last, sizes);
            assertThat(sizes).hasSizeGreaterThan(2);
            assertThat(last).endsWith(true);
            assertThat(last.subList(0, last.size() - 1)).doesNotContain(true);
            assertThat(changes).filteredOn(c -> c.table().equals("ticket")).hasSize(2_000);
            List<Integer> again = new ArrayList<>();
            read(store, large, changes, last, again);
            assertThat(again).isEqualTo(sizes);
        }
    }

    private static void read(
            Store store,
            LocalMutation large,
            List<RowChange> changes,
            List<Boolean> last,
            List<Integer> sizes) {
        store.outbox()
                .parts(
                        large.number(),
                        (part, end, some) -> {
                            assertThat(part).isEqualTo(sizes.size());
                            sizes.add(some.size());
                            last.add(end);
                            changes.addAll(some);
                        });
    }

    @Test
    void whatIsAnsweredWaitsNoLongerButLiesOverUntilTheFeedHasPassedIt() {
        try (Store store = Store.open(folder, CLOCK)) {
            EventId event = Gala.made(store, 3);
            UUID scope = event.value();
            LocalMutation first = store.outbox().waiting(0, 1, MUCH).getFirst();
            assertThat(store.outbox().overlaid(scope))
                    .containsExactly(new Outbox.Lying(first, null));
            answer(store, first, Map.of(scope, 7L));
            assertThat(store.outbox().waiting(0, 10, MUCH)).isEmpty();
            assertThat(store.outbox().backlog().count()).isZero();
            assertThat(store.outbox().overlaid(scope)).containsExactly(new Outbox.Lying(first, 7L));
            follow(store, scope, 6);
            assertThat(store.outbox().overlaid(scope)).hasSize(1);
            follow(store, scope, 7);
            assertThat(store.outbox().overlaid(scope)).isEmpty();
            assertThat(store.outbox().answeredSince(Instant.EPOCH, 0, 10, MUCH))
                    .containsExactly(first);
            assertThat(store.outbox().newestAnswered(Instant.EPOCH)).contains(first.id());
            assertThat(store.outbox().newestAnswered(CLOCK.instant().plusSeconds(60))).isEmpty();
        }
    }

    @Test
    void whatHasLandedLiesOverNoLongerAlsoWithoutAnAnswer() {
        UUID scope;
        try (Store store = Store.open(folder, CLOCK)) {
            scope = Gala.made(store, 3).value();
            LocalMutation first = store.outbox().waiting(0, 1, MUCH).getFirst();
            store.replica()
                    .apply(
                            Weight.SMALL,
                            rows -> {
                                rows.landed(first.id(), scope);
                                assertThat(store.outbox().overlaid(scope)).isEmpty();
                                return true;
                            });
            assertThat(store.outbox().waiting(0, 10, MUCH)).containsExactly(first);
        }
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(store.outbox().overlaid(scope)).isEmpty();
            assertThat(store.outbox().waiting(0, 10, MUCH)).hasSize(1);
        }
    }

    @Test
    void lieOverAgainWhenTheFeedIsFollowedFromAnEarlierPlace() {
        try (Store store = Store.open(folder, CLOCK)) {
            UUID scope = Gala.made(store, 3).value();
            LocalMutation first = store.outbox().waiting(0, 1, MUCH).getFirst();
            answer(store, first, Map.of(scope, 7L));
            follow(store, scope, 9);
            assertThat(store.outbox().overlaid(scope)).isEmpty();
            follow(store, scope, 5);
            assertThat(store.outbox().overlaid(scope)).containsExactly(new Outbox.Lying(first, 7L));
            follow(store, scope, 9);
            answer(store, first, Map.of(scope, 12L));
            assertThat(store.outbox().overlaid(scope))
                    .containsExactly(new Outbox.Lying(first, 12L));
            store.replica()
                    .apply(
                            Weight.SMALL,
                            rows -> {
                                rows.drop(scope);
                                return true;
                            });
            assertThat(store.outbox().overlaid(scope)).isEmpty();
        }
    }

    @Test
    void forgetsWhatWasAnsweredLongAgo() {
        try (Store store = Store.open(folder, CLOCK)) {
            EventId event = Gala.made(store, 3);
            Gala.scanned(store, event, "t0");
            LocalMutation first = store.outbox().waiting(0, 1, MUCH).getFirst();
            answer(store, first, Map.of());
            store.outbox().forgetAnsweredBefore(CLOCK.instant().minusSeconds(60));
            assertThat(store.outbox().answeredSince(Instant.EPOCH, 0, 10, MUCH)).hasSize(1);
            store.outbox().forgetAnsweredBefore(CLOCK.instant().plusSeconds(60));
            assertThat(store.outbox().answeredSince(Instant.EPOCH, 0, 10, MUCH)).isEmpty();
            assertThat(store.outbox().waiting(0, 10, MUCH)).hasSize(1);
        }
    }

    private static void answer(Store store, LocalMutation mutation, Map<UUID, Long> upTo) {
        store.replica()
                .apply(
                        Weight.SMALL,
                        rows -> {
                            rows.receipt(
                                    new Receipt(
                                            mutation.number(),
                                            mutation.id(),
                                            Receipt.Outcome.APPLIED,
                                            null,
                                            upTo),
                                    CLOCK.instant());
                            return true;
                        });
    }

    private static void follow(Store store, UUID scope, long seq) {
        store.replica()
                .apply(
                        Weight.SMALL,
                        rows -> {
                            rows.cursor(new Cursor(scope, 1, seq, new UUID(9, seq), null));
                            return true;
                        });
    }
}

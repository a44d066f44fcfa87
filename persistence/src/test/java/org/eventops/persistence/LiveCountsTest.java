package org.eventops.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.Undo;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.door.count.Attendance;
import org.eventops.domain.door.count.LiveCounts;
import org.eventops.domain.event.EventId;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.exchange.ScanEntry;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counts follow every way in which scans and tickets come and go. */
class LiveCountsTest {
    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir Path folder;

    @Test
    void countsEntriesExitsRefusalsAndWhatIsTakenBack() {
        try (Store store = Store.open(folder, CLOCK)) {
            EventId event = Steps.filled(store);
            assertThat(counts(store).untouched()).isTrue();
            Steps.scan(store, event, "t1");
            Steps.scan(store, event, "t2");
            Steps.scan(store, event, "t2");
            LiveCounts counts = counts(store);
            assertThat(counts.attendance()).isEqualTo(new Attendance(5, 2, 2, 3));
            assertThat(counts.refused()).isEqualTo(Map.of(Verdict.ALREADY_IN, 1));
            assertThat(counts.gates().getFirst().name()).isEqualTo("North");
            assertThat(counts.gates().getFirst().entries()).isEqualTo(2);
            assertThat(counts.tenMinutes().getFirst().start()).isEqualTo(Samples.START);
            takeBackTheFirst(store, "t1");
            assertThat(counts(store).attendance()).isEqualTo(new Attendance(5, 1, 1, 4));
            assertThat(counts(store).gates().getFirst().entries()).isEqualTo(1);
        }
    }

    @Test
    void countsATicketThatIsCanceledNoMore() {
        try (Store store = Store.open(folder, CLOCK)) {
            EventId event = Steps.filled(store);
            Steps.scan(store, event, "t1");
            assertThat(counts(store).attendance()).isEqualTo(new Attendance(5, 1, 1, 4));
            Steps.merge(store, canceled(Steps.load(store, "gala"), "t1"));
            assertThat(counts(store).attendance()).isEqualTo(new Attendance(4, 1, 1, 4));
        }
    }

    @Test
    void countsScansOfAnImportThatWereNumberedBeforeLaterOnes() throws InterruptedException {
        try (Store store = Store.open(folder, CLOCK)) {
            EventId event = Steps.filled(store);
            assertThat(counts(store).attendance().entered()).isZero();
            CountDownLatch written = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            CompletableFuture<Void> bulk =
                    CompletableFuture.runAsync(
                            () ->
                                    store.transactions()
                                            .bulk(
                                                    () -> {
                                                        bring(store, "t3");
                                                        written.countDown();
                                                        return awaited(goOn);
                                                    }));
            written.await();
            Steps.scan(store, event, "t1");
            assertThat(counts(store).attendance().entered()).isEqualTo(1);
            goOn.countDown();
            bulk.join();
            assertThat(counts(store).attendance().entered()).isEqualTo(2);
        }
    }

    @Test
    void saysTheSameAfterItWasClosedAndOpened() {
        LiveCounts before;
        try (Store store = Store.open(folder, CLOCK)) {
            EventId event = Steps.filled(store);
            Steps.scan(store, event, "t1");
            Steps.scan(store, event, "t2");
            takeBackTheFirst(store, "t2");
            before = counts(store);
        }
        assertThat(kept()).hasSize(1);
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(counts(store)).isEqualTo(before);
            Steps.scan(store, Steps.id(store), "t4");
            assertThat(counts(store).attendance()).isEqualTo(new Attendance(5, 2, 2, 3));
        }
    }

    @Test
    void takesNoKeptCountsForTicketsThatHaveChangedSince() {
        try (Store store = Store.open(folder, CLOCK)) {
            Steps.scan(store, Steps.filled(store), "t1");
            counts(store);
        }
        try (Store store = Store.open(folder, CLOCK)) {
            Steps.merge(store, canceled(Steps.load(store, "gala"), "t2"));
        }
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(counts(store).attendance()).isEqualTo(new Attendance(4, 1, 1, 3));
        }
    }

    @Test
    void countsAnewWhereTheKeptCountsAreDamagedOrTheStoreIsBuiltAnew() throws IOException {
        try (Store store = Store.open(folder, CLOCK)) {
            Steps.scan(store, Steps.filled(store), "t1");
            counts(store);
        }
        Path file = kept().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(counts(store).attendance()).isEqualTo(new Attendance(5, 1, 1, 4));
        }
        Files.delete(folder.resolve("store.mv.db"));
        try (Store store = Store.open(folder, CLOCK)) {
            assertThat(counts(store).attendance()).isEqualTo(new Attendance(5, 1, 1, 4));
        }
    }

    @Test
    void saysNothingOfAnEventOrListThatIsNotThere() {
        try (Store store = Store.open(folder, CLOCK)) {
            EventId event = Steps.filled(store);
            assertThat(counts(store, event, Optional.of("Main"))).isPresent();
            assertThat(counts(store, event, Optional.of("Nobody's"))).isEmpty();
            assertThat(counts(store, new EventId(new java.util.UUID(1, 2)), Optional.empty()))
                    .isEmpty();
        }
    }

    private List<Path> kept() {
        try (Stream<Path> files = Files.list(folder.resolve("tallies"))) {
            return files.filter(each -> each.toString().endsWith(".tally")).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static LiveCounts counts(Store store) {
        return counts(store, Steps.id(store), Optional.empty()).orElseThrow();
    }

    private static Optional<LiveCounts> counts(Store store, EventId event, Optional<String> list) {
        Instant asOf = Samples.START.plusSeconds(60);
        return store.transactions().read(() -> store.counts().counts(event, list, asOf));
    }

    private static void takeBackTheFirst(Store store, String code) {
        ScanId scan =
                Steps.load(store, "gala").scans().stream()
                        .filter(each -> code.equals(each.ticket()))
                        .findFirst()
                        .orElseThrow()
                        .id();
        store.transactions()
                .write(
                        () -> {
                            store.doors().undo(scan, new Undo(Samples.START, "by mistake", "Luz"));
                            return true;
                        });
    }

    private static void bring(Store store, String code) {
        EventContent content = Steps.load(store, "gala");
        ScanEntry scan =
                new ScanEntry(
                        new ScanId(store.ids().next()),
                        "Main",
                        code,
                        code,
                        ScanKind.ENTRY,
                        Verdict.ADMITTED,
                        Samples.START,
                        null,
                        "other console",
                        null,
                        null,
                        null);
        store.exchange().merge(with(content, content.orders(), List.of(scan)), Progress.NONE);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static EventContent canceled(EventContent content, String code) {
        return with(
                content,
                content.orders().stream().map(entry -> canceled(entry, code)).toList(),
                List.of());
    }

    private static OrderEntry canceled(OrderEntry entry, String code) {
        return new OrderEntry(
                entry.order(),
                entry.tickets().stream()
                        .map(
                                t ->
                                        t.code().equals(code)
                                                ? new Ticket(
                                                        t.code(),
                                                        t.product(),
                                                        t.date(),
                                                        t.attendee(),
                                                        TicketStatus.CANCELED,
                                                        t.blocked(),
                                                        t.validFrom(),
                                                        t.validUntil(),
                                                        t.addonTo(),
                                                        t.attention(),
                                                        t.note(),
                                                        t.answers(),
                                                        t.price())
                                                : t)
                        .toList());
    }

    private static EventContent with(
            EventContent content, List<OrderEntry> orders, List<ScanEntry> scans) {
        return new EventContent(
                content.event(),
                content.tax(),
                content.dates(),
                content.products(),
                content.promos(),
                content.questions(),
                content.gates(),
                content.lists(),
                orders,
                new java.util.TreeSet<>(content.revoked()),
                content.keys(),
                scans);
    }
}

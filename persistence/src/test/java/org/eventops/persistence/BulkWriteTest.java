package org.eventops.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.CheckinService;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventId;
import org.eventops.domain.exchange.EventContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door goes on while a list is being imported. */
class BulkWriteTest {
    private static final int ORDERS = 600;

    private static final int SCANS = 500;

    @TempDir Path folder;

    @Test
    void aScanDoesNotWaitForAnImportThatIsUnderWay() throws IOException {
        EventContent after;
        try (Store store = Store.open(folder, Clock.systemUTC())) {
            EventId event = Steps.filled(store);
            Halfway halfway = new Halfway();
            CompletableFuture<Integer> importing = importing(store, ORDERS, halfway);
            halfway.reached();
            assertThat(Steps.scan(store, event, "t1")).isEqualTo(Verdict.ADMITTED);
            assertThat(Steps.scan(store, event, "t1")).isEqualTo(Verdict.ALREADY_IN);
            assertThat(Steps.scan(store, event, "t100")).isEqualTo(Verdict.UNKNOWN_TICKET);
            halfway.goOn();
            assertThat(importing.join()).isEqualTo(ORDERS);
            assertThat(Steps.scan(store, event, "t100")).isEqualTo(Verdict.ADMITTED);
            after = Steps.load(store, "gala");
        }
        assertTheJournalSaysTheSame(after);
    }

    @Test
    void anImportThatIsCancelledLeavesTheScansThatPassedIt() throws IOException {
        EventContent after;
        try (Store store = Store.open(folder, Clock.systemUTC())) {
            EventId event = Steps.filled(store);
            Halfway halfway = new Halfway();
            halfway.cancelled = true;
            CompletableFuture<Integer> importing = importing(store, ORDERS, halfway);
            halfway.reached();
            assertThat(Steps.scan(store, event, "t1")).isEqualTo(Verdict.ADMITTED);
            halfway.goOn();
            assertThatThrownBy(importing::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(CancellationException.class);
            assertThat(Steps.scan(store, event, "t1")).isEqualTo(Verdict.ALREADY_IN);
            after = Steps.load(store, "gala");
            assertThat(after.orders()).hasSize(5);
        }
        assertTheJournalSaysTheSame(after);
    }

    @Test
    void whatManyWritersDidAtOnceIsWhatTheJournalTells() throws Exception {
        EventContent after;
        try (Store store = Store.open(folder, Clock.systemUTC());
                CheckinService door = Steps.checkins(store);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            EventId event = Steps.filled(store);
            List<CompletableFuture<?>> all = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                int orders = ORDERS * i;
                all.add(
                        CompletableFuture.supplyAsync(
                                () -> merged(store, orders, Progress.NONE), threads));
                all.add(
                        CompletableFuture.supplyAsync(
                                () -> Steps.merge(store, Samples.event("other" + orders, 300)),
                                threads));
            }
            List<CompletableFuture<Verdict>> scans =
                    IntStream.range(0, SCANS)
                            .mapToObj(
                                    i ->
                                            CompletableFuture.supplyAsync(
                                                    () -> Steps.scan(door, event, "t" + i % 5),
                                                    threads))
                            .toList();
            all.addAll(scans);
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
            assertThat(scans).filteredOn(scan -> scan.join() == Verdict.ADMITTED).hasSize(5);
            after = Steps.load(store, "gala");
            assertThat(after.orders()).hasSize(4 * ORDERS);
            assertThat(after.scans()).hasSize(SCANS);
        }
        assertTheJournalSaysTheSame(after);
    }

    private static CompletableFuture<Integer> importing(
            Store store, int orders, Progress progress) {
        return CompletableFuture.supplyAsync(
                () -> merged(store, orders, progress),
                work -> Thread.ofPlatform().name("import").start(work));
    }

    private static int merged(Store store, int orders, Progress progress) {
        return store.transactions()
                .bulk(
                        () -> {
                            store.exchange().merge(Samples.event("gala", orders), progress);
                            return orders;
                        });
    }

    private void assertTheJournalSaysTheSame(EventContent expected) throws IOException {
        Files.delete(folder.resolve("store.mv.db"));
        try (Store store = Store.open(folder, Clock.systemUTC())) {
            assertThat(store.opening().state()).isEqualTo(Opening.State.REBUILT);
            assertThat(Steps.load(store, "gala")).isEqualTo(expected);
        }
    }

    /** Holds an import up after its first rows until it is told to go on. */
    private static final class Halfway implements Progress {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch further = new CountDownLatch(1);
        private boolean cancelled;

        @Override
        public void at(long done, long total) {
            if (total > 500) {
                reached.countDown();
                await(further);
            }
        }

        @Override
        public boolean cancelled() {
            return cancelled && further.getCount() == 0;
        }

        void reached() {
            await(reached);
        }

        void goOn() {
            further.countDown();
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

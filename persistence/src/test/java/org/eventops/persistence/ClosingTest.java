package org.eventops.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventId;
import org.eventops.domain.exchange.EventContent;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store that is closed while others, such as a printer's thread, still work with it. */
class ClosingTest {
    private static final int WORKERS = 4;
    private static final int AT_WORK = 40;
    private static final int ORDERS = 300;

    @TempDir Path folder;

    @RepeatedTest(3)
    @Timeout(60)
    void whatIsUnderWayEndsAndWhatComesLaterIsRefused() throws Exception {
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        CountDownLatch atWork = new CountDownLatch(AT_WORK);
        List<CompletableFuture<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            try (Store store = Store.open(folder, Clock.systemUTC())) {
                Steps.merge(store, Samples.event("gala", ORDERS));
                EventId event = Steps.id(store);
                for (int i = 0; i < WORKERS; i++) {
                    AtomicInteger next = new AtomicInteger(i);
                    BooleanSupplier scan =
                            () -> {
                                String code = "t" + next.incrementAndGet() % ORDERS;
                                if (Steps.scan(store, event, code) == Verdict.ERROR) {
                                    return store.transactions().read(() -> true);
                                }
                                return acknowledged.incrementAndGet() > 0;
                            };
                    BooleanSupplier look =
                            () -> Steps.load(store, "gala").orders().size() == ORDERS;
                    all.add(working(scan, atWork, refused, threads));
                    all.add(working(look, atWork, refused, threads));
                }
                atWork.await();
            }
            List<String> left = files();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
            assertThat(refused).as("each met the closed store").hasValue(2 * WORKERS);
            assertThat(files()).as("nothing is written to a closed store").isEqualTo(left);
        }
        try (Store store = Store.open(folder, Clock.systemUTC())) {
            assertThat(store.opening().state()).isEqualTo(Opening.State.CLEAN);
            EventContent kept = Steps.load(store, "gala");
            assertThat(kept.scans()).hasSize(acknowledged.get());
        }
    }

    /** Goes on until the store is closed, and lets nothing else pass. */
    private static CompletableFuture<?> working(
            BooleanSupplier work,
            CountDownLatch atWork,
            AtomicInteger refused,
            ExecutorService threads) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        while (work.getAsBoolean()) {
                            atWork.countDown();
                        }
                    } catch (StoreException closed) {
                        assertThat(closed.problem()).isEqualTo(StoreException.Problem.CLOSED);
                        refused.incrementAndGet();
                    }
                },
                threads);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file) + " " + bytes(file))
                    .sorted()
                    .toList();
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package org.eventops.launcher.bench.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eventops.launcher.bench.Figure;

/** A console that has nothing to do while an event is on. */
record IdleFigures(BenchHub hub, Path folder, Clock clock) {
    private static final int SECONDS = 60;
    private static final String SESSIONS =
            "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'eventops%'";
    private static final String DONE =
            "SELECT xact_commit + xact_rollback FROM pg_stat_database"
                    + " WHERE datname = current_database()";

    void run(Consumer<Figure> each) {
        Path store = folder.resolve("idle");
        try (BenchConsole console = new BenchConsole(store, clock)) {
            console.enroll(hub, "idle");
            console.plugIn();
            console.awaitLoad();
            pass(5);
            long heap = heap();
            long files = files(store);
            long before = hub.ask(DONE);
            pass(SECONDS);
            // The question itself, before and after, is one transaction each.
            double asked = (hub.ask(DONE) - before - 1) / (double) SECONDS;
            each.accept(
                    Figure.single("sync-idle", Math.round(asked * 100) / 100.0, "queries/s")
                            .with("seconds", SECONDS)
                            .with("connections", hub.ask(SESSIONS))
                            .with("heap_growth_bytes", heap() - heap)
                            .with("file_growth_bytes", files(store) - files)
                            .with("limit_connections", 2)
                            .limit("p50", 2));
        }
    }

    private static void pass(int seconds) {
        try {
            // What is measured is that nothing happens for this long.
            if (new CountDownLatch(1).await(seconds, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static long files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).mapToLong(IdleFigures::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

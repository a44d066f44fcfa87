package org.eventops.launcher.sync.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eventops.persistence.Store;
import org.eventops.sync.sim.Simulation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The histories of the simulation, with PostgreSQL and H2 in place of the models: {@code
 * -Dsync.seed=N} replays one, {@code -Dsync.first=N -Dsync.real=N} runs more.
 */
class RealHistoriesTest {
    private static final long FIRST = Long.getLong("sync.first", 1);
    private static final int SEEDS = Integer.getInteger("sync.real", 100);

    /** Histories at a time, each on a hub of its own: one core waits for the other. */
    private static final int ABREAST = 2;

    @TempDir private static Path folder;
    private static final BlockingQueue<RealDatabase> DATABASES = new ArrayBlockingQueue<>(ABREAST);
    private static Path empty;

    @BeforeAll
    static void hubsAndAStore() {
        for (int i = 0; i < ABREAST; i++) {
            DATABASES.add(new RealDatabase());
        }
        empty = folder.resolve("empty");
        Store.open(empty, Clock.systemUTC()).close();
    }

    @Test
    void holdsEveryInvariantInEveryHistory() throws Exception {
        Long one = Long.getLong("sync.seed");
        if (one != null) {
            check(run(one));
            return;
        }
        long begun = System.nanoTime();
        try (ExecutorService workers = Executors.newFixedThreadPool(ABREAST)) {
            List<Future<Simulation.Outcome>> outcomes = new ArrayList<>();
            for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
                long each = seed;
                outcomes.add(workers.submit(() -> run(each)));
            }
            for (Future<Simulation.Outcome> each : outcomes) {
                check(each.get());
            }
        }
        System.out.printf(
                "real seeds %d to %d: %.1f s%n",
                FIRST, FIRST + SEEDS - 1, (System.nanoTime() - begun) / 1e9);
    }

    @Test
    void runsASeedTheSameWayTwice() throws Exception {
        for (long seed : List.of(3L, 7L)) {
            assertThat(withoutIds(run(seed))).isEqualTo(withoutIds(run(seed)));
        }
    }

    /** Stores and logins have ids of their own, which nothing depends on. */
    private static List<String> withoutIds(Simulation.Outcome outcome) {
        return outcome.trace().stream()
                .map(line -> line.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}|d_[0-9a-f]{24}", "…"))
                .toList();
    }

    private static Simulation.Outcome run(long seed) throws InterruptedException {
        RealDatabase database = DATABASES.take();
        Path own = folder.resolve("history-" + seed);
        try (RealParts parts = new RealParts(database, empty, own, seed)) {
            return Simulation.run(seed, parts, true);
        } finally {
            DATABASES.put(database);
        }
    }

    private static void check(Simulation.Outcome outcome) {
        Throwable violation = outcome.violation();
        if (violation != null) {
            throw new AssertionError(
                    "seed "
                            + outcome.seed()
                            + ": "
                            + violation
                            + "\n"
                            + String.join("\n", outcome.trace()),
                    violation);
        }
    }
}

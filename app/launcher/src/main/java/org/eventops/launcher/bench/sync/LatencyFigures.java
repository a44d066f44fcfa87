package org.eventops.launcher.bench.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChanges.Subscription;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventId;
import org.eventops.launcher.bench.Figure;
import org.eventops.launcher.bench.Samples;

/** From a scan that is committed here to its being committed at the other console. */
record LatencyFigures(BenchHub hub, Path folder, Clock clock) {
    private static final int WARM_UP = 200;

    /** Uses the event that {@link LoadFigures} has left at the hub. */
    void run(int measured, Consumer<Figure> each) {
        try (BenchConsole here = new BenchConsole(folder.resolve("here"), clock);
                BenchConsole there = new BenchConsole(folder.resolve("there"), clock)) {
            here.enroll(hub, "here");
            there.enroll(hub, "there");
            here.plugIn();
            there.plugIn();
            here.awaitLoad();
            there.awaitLoad();
            EventId event = here.event();
            int[] ticket = {0};
            measure(here, there, event, ticket, WARM_UP);
            each.accept(
                    Figure.of("sync-latency", measure(here, there, event, ticket, measured), "ms")
                            .limit("p50", 15)
                            .limit("p99", 100));
            there.pullThePlug();
            there.plugInDeaf();
            there.await("quiet", () -> there.status().lastExchange() != null);
            each.accept(
                    Figure.of(
                                    "sync-latency-poke-lost",
                                    measure(here, there, event, ticket, Math.max(1, measured / 10)),
                                    "ms")
                            .limit("p99", 800));
        }
    }

    private static Samples measure(
            BenchConsole here, BenchConsole there, EventId event, int[] ticket, int n) {
        double[] taken = new double[n];
        AtomicLong came = new AtomicLong();
        Subscription listening =
                there.console()
                        .store()
                        .changes()
                        .listen(
                                change -> {
                                    if (change.feature() == Feature.DOOR) {
                                        came.set(System.nanoTime());
                                    }
                                });
        for (int i = 0; i < n; i++) {
            came.set(0);
            var answer = here.scan(event, ticket[0]++);
            if (answer.decision().verdict() != Verdict.ADMITTED) {
                throw new IllegalStateException("not let in: " + answer);
            }
            long committed = System.nanoTime();
            there.await("the scan", () -> came.get() != 0);
            taken[i] = (came.get() - committed) / 1e6;
        }
        listening.close();
        return new Samples(taken);
    }
}

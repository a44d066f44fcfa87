package org.eventops.launcher.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.door.count.LiveCounts;
import org.eventops.domain.event.EventId;
import org.eventops.launcher.wiring.OpenConsole;

/**
 * The live counts of a big event: the first look after a start, the first of all, and the look
 * after each further scan. Each first look is a store of its own, opened anew.
 */
public final class CountsBench {
    private static final double LIMIT = 200;
    private static final int SCANS = 500;
    private static final int ANEW = 5;

    private final int tickets;
    private final int scans;
    private final int measured;
    private final Clock clock;

    /**
     * @param measured openings to measure
     */
    public CountsBench(int tickets, int scans, int measured, Clock clock) {
        this.tickets = tickets;
        this.scans = scans;
        this.measured = measured;
        this.clock = clock;
    }

    /**
     * @param dataFolder the scratch store is made inside, on the same disk
     */
    public void run(Path dataFolder, Consumer<Figure> each) {
        try (Scratch scratch = Scratch.beside(dataFolder)) {
            try (OpenConsole console = OpenConsole.open(scratch.folder(), clock)) {
                new BigEvent(tickets, scans).into(console);
            }
            each.accept(firstLooks(scratch.folder()));
            try (OpenConsole console = OpenConsole.open(scratch.folder(), clock)) {
                each.accept(afterScans(console));
            }
            each.accept(anew(scratch.folder()));
        }
    }

    /** The first one reads everything, and is not measured here but by {@link #anew}. */
    private Figure firstLooks(Path folder) {
        double[] taken = new double[measured];
        firstLook(folder);
        for (int i = 0; i < measured; i++) {
            taken[i] = firstLook(folder);
        }
        double first = taken[0];
        return Figure.of("counts-first", new Samples(taken), "ms")
                .limit("p95", LIMIT)
                .with("first", first);
    }

    private double firstLook(Path folder) {
        try (OpenConsole console = OpenConsole.open(folder, clock)) {
            EventId event = event(console);
            return DoorBench.timed(1, unused -> look(console, event)).percentile(50);
        }
    }

    private Figure afterScans(OpenConsole console) {
        EventId event = event(console);
        look(console, event);
        double[] taken = new double[SCANS];
        for (int i = 0; i < SCANS; i++) {
            scan(console, event, i);
            taken[i] = DoorBench.timed(1, unused -> look(console, event)).percentile(50);
        }
        return Figure.of("counts-after-a-scan", new Samples(taken), "ms").limit("p95", LIMIT);
    }

    /** As after an import or a pulled plug: all tickets and scans are read. */
    private Figure anew(Path folder) {
        double[] taken = new double[ANEW];
        for (int i = 0; i < ANEW; i++) {
            forget(folder);
            taken[i] = firstLook(folder);
        }
        return Figure.of("counts-anew", new Samples(taken), "ms");
    }

    private static void forget(Path folder) {
        try {
            Files.delete(folder.resolve("tallies").resolve("number"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void look(OpenConsole console, EventId event) {
        Instant now = clock.instant();
        LiveCounts counts =
                console.store()
                        .transactions()
                        .read(() -> console.store().counts().counts(event, Optional.empty(), now))
                        .orElseThrow();
        if (counts.attendance().expected() != tickets) {
            throw new IllegalStateException("not what was to be counted: " + counts.attendance());
        }
    }

    private void scan(OpenConsole console, EventId event, int number) {
        Verdict verdict =
                console.checkins()
                        .checkin(
                                event,
                                BigEvent.LIST,
                                ScanRequest.entry(BigEvent.code(number % tickets), clock.instant()),
                                new Operator("bench", true),
                                "bench")
                        .decision()
                        .verdict();
        if (verdict != Verdict.ADMITTED && verdict != Verdict.ALREADY_IN) {
            throw new IllegalStateException("not what was to be measured: " + verdict);
        }
    }

    private static EventId event(OpenConsole console) {
        return console.store()
                .transactions()
                .read(() -> console.store().events().id(BigEvent.SLUG).orElseThrow());
    }
}

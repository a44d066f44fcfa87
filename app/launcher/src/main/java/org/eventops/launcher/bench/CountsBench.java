package org.eventops.launcher.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eventops.domain.door.count.LiveCounts;
import org.eventops.domain.event.EventId;
import org.eventops.launcher.wiring.OpenConsole;

/**
 * The live counts of a big event: the first look after a start, each in a process of its own; the
 * look after each further scan; and the look that finds nothing kept and reads everything.
 */
public final class CountsBench {
    private static final double LIMIT = 200;
    private static final Pattern MILLIS = Pattern.compile("\"p50\":([0-9.]+)");
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

    /** Each in a process that has just started, as a person opens the screen. */
    private Figure firstLooks(Path folder) {
        look(folder, clock);
        double[] taken = new double[measured];
        for (int i = 0; i < measured; i++) {
            taken[i] = inOwnProcess(folder);
        }
        return Figure.of("counts-first", new Samples(taken), "ms").limit("p95", LIMIT);
    }

    private static double inOwnProcess(Path folder) {
        Process process =
                OwnProcess.start(
                        List.of(),
                        List.of(
                                "bench",
                                "counts",
                                "--look",
                                "--json",
                                "--data",
                                folder.toString()));
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = String.valueOf(out.readLine());
            process.waitFor();
            Matcher figure = MILLIS.matcher(line);
            if (!figure.find()) {
                throw new IllegalStateException("no figure: " + line);
            }
            return Double.parseDouble(figure.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The first look at the counts of the big event in this store. */
    public static Figure look(Path folder, Clock clock) {
        try (OpenConsole console = OpenConsole.open(folder, clock)) {
            EventId event = BigEvent.id(console);
            Samples taken = DoorBench.timed(1, unused -> look(console, event, clock));
            return Figure.of("look", taken, "ms");
        }
    }

    private Figure afterScans(OpenConsole console) {
        BigDoor door = BigDoor.of(console, clock);
        EventId event = door.event();
        look(console, event, clock);
        double[] taken = new double[SCANS];
        for (int i = 0; i < SCANS; i++) {
            door.measured(i % tickets);
            taken[i] = DoorBench.timed(1, unused -> look(console, event, clock)).percentile(50);
        }
        return Figure.of("counts-after-a-scan", new Samples(taken), "ms").limit("p95", LIMIT);
    }

    /** As after an import or a pulled plug: all tickets and scans are read. */
    private Figure anew(Path folder) {
        double[] taken = new double[ANEW];
        for (int i = 0; i < ANEW; i++) {
            forget(folder);
            taken[i] = look(folder, clock).p50();
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

    private static void look(OpenConsole console, EventId event, Clock clock) {
        Instant now = clock.instant();
        LiveCounts counts =
                console.store()
                        .transactions()
                        .read(() -> console.store().counts().counts(event, Optional.empty(), now))
                        .orElseThrow();
        if (counts.attendance().expected() == 0) {
            throw new IllegalStateException("not what was to be counted: " + counts.attendance());
        }
    }
}

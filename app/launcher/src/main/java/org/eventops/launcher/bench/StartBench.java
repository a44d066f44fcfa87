package org.eventops.launcher.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.eventops.launcher.wiring.OpenConsole;

/** From the start of the process, Java included, to the first scan; seen from outside. */
public final class StartBench {
    private final int tickets;
    private final int scans;
    private final int measured;
    private final Clock clock;

    public StartBench(int tickets, int scans, int measured, Clock clock) {
        this.tickets = tickets;
        this.scans = scans;
        this.measured = measured;
        this.clock = clock;
    }

    public void run(Path dataFolder, Consumer<Figure> each) {
        try (Scratch scratch = Scratch.beside(dataFolder)) {
            try (OpenConsole console = OpenConsole.open(scratch.folder(), clock)) {
                new BigEvent(tickets, scans).into(console);
            }
            firstScan(scratch.folder(), 0);
            double[] taken = new double[measured];
            for (int i = 0; i < measured; i++) {
                taken[i] = firstScan(scratch.folder(), i + 1);
            }
            each.accept(
                    Figure.of("start", new Samples(taken), "ms")
                            .limit("p50", 1500)
                            .with("cache", hasCache()));
        }
    }

    private static boolean hasCache() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .anyMatch(flag -> flag.startsWith("-XX:AOTCache="));
    }

    /** Milliseconds to the answer; the process ends after the clock has stopped. */
    private static double firstScan(Path folder, int number) {
        long begun = System.nanoTime();
        Process process =
                OwnProcess.start(
                        List.of(),
                        List.of(
                                "checkin",
                                "--stdin",
                                "--data",
                                folder.toString(),
                                "--event",
                                BigEvent.SLUG,
                                "--list",
                                BigEvent.LIST));
        String line = "{\"code\":\"" + BigEvent.code(number) + "\"}\n";
        OutputStream in = process.getOutputStream();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            in.write(line.getBytes(StandardCharsets.UTF_8));
            in.flush();
            String answer = out.readLine();
            double millis = (System.nanoTime() - begun) / 1e6;
            if (answer == null || !answer.contains("\"verdict\"")) {
                throw new IllegalStateException("no answer: " + answer);
            }
            in.close();
            process.waitFor();
            return millis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

package org.eventops.launcher;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.cli.CommandLineRun;
import org.eventops.launcher.cli.Output;
import org.eventops.launcher.wiring.OpenConsole;

/**
 * Goes the ways of an ordinary start once, in a folder of its own, so that Java can keep the
 * classes it loaded and linked on them ({@code -XX:AOTCacheOutput}).
 */
public final class TrainingRun {
    private static final int TICKETS = 300;

    private TrainingRun() {}

    /**
     * @param arguments the scratch folder
     */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Clock clock = Clock.systemUTC();
        try (OpenConsole console = OpenConsole.open(folder, clock)) {
            new BigEvent(TICKETS, TICKETS).into(console);
        }
        String event = BigEvent.SLUG;
        List<List<String>> lines =
                List.of(
                        List.of("--help"),
                        List.of("events"),
                        checkin(BigEvent.code(0), "--json"),
                        checkin(BigEvent.code(TICKETS - 1), "--lang=es"),
                        checkin("nobody", "--json"),
                        List.of("stats", "--event", event, "--json"),
                        List.of("search", "--event", event, "mar"),
                        List.of("doctor", "--json"));
        for (List<String> line : lines) {
            run(folder, clock, line);
        }
    }

    private static List<String> checkin(String code, String option) {
        return List.of("checkin", "--event", BigEvent.SLUG, "--list", BigEvent.LIST, option, code);
    }

    private static void run(Path folder, Clock clock, List<String> line) {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        String[] arguments =
                Stream.concat(line.stream(), Stream.of("--data", folder.toString()))
                        .toArray(String[]::new);
        CommandLineRun.of(arguments, new Output(nowhere, nowhere, false), clock).execute(arguments);
    }
}

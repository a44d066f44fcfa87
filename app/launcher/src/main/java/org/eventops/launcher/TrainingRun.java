package org.eventops.launcher;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.cli.CommandLineRun;
import org.eventops.launcher.cli.Output;
import org.eventops.launcher.hub.DevHub;
import org.eventops.launcher.hub.HubFailure;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.sync.server.OperatorProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes the ways of an ordinary start once, in a folder of its own, so that Java can keep the
 * classes it loaded and linked on them, and what it learned of their methods ({@code
 * -XX:AOTCacheOutput}).
 */
public final class TrainingRun {
    private static final Logger LOG = LoggerFactory.getLogger(TrainingRun.class);
    private static final int TICKETS = 2_000;
    private static final int SCANS = 300;

    private TrainingRun() {}

    /**
     * @param arguments the scratch folder
     */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        Clock clock = Clock.systemUTC();
        try (OpenConsole console = OpenConsole.open(folder, clock)) {
            new BigEvent(TICKETS, SCANS).into(console);
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
        exchange(folder, clock);
    }

    /** With a hub of its own: brings the event there, and from there to an empty store. */
    private static void exchange(Path folder, Clock clock) {
        DevHub hub = new DevHub(folder.resolve("hub"), new SecureRandom());
        try {
            DevHub.Ready ready = hub.start(Optional.empty());
            try {
                Path passphrase =
                        Files.writeString(folder.resolve("passphrase"), "a long passphrase");
                for (String name : List.of("first", "second")) {
                    Path store = name.equals("first") ? folder : folder.resolve(name);
                    Path bundle = folder.resolve(name + ".bundle");
                    run(folder, clock, ready.enrolment(name, bundle, passphrase));
                    run(store, clock, connecting(bundle, passphrase));
                }
            } finally {
                hub.stop();
            }
        } catch (HubFailure | OperatorProblem | IOException e) {
            // Without it an exchange only begins as slowly as before.
            LOG.warn("no hub to train with", e);
        }
    }

    private static List<String> connecting(Path bundle, Path passphrase) {
        return List.of("connect", bundle.toString(), "--passphrase-file", passphrase.toString());
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

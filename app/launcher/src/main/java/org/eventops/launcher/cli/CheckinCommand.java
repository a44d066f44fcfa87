package org.eventops.launcher.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.ScanRequest;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides and records scans, of codes that are named or that come in line by line. */
@Command(name = "checkin")
final class CheckinCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--event", paramLabel = "SLUG")
    private @Nullable String event;

    @Option(names = "--list", paramLabel = "NAME")
    private @Nullable String list;

    @Option(names = "--gate", paramLabel = "G")
    private @Nullable String gate;

    @Option(names = "--exit")
    private boolean exit;

    @Option(names = "--at", paramLabel = "T")
    private @Nullable Instant at;

    @Option(names = "--allow-unpaid")
    private boolean allowUnpaid;

    @Option(names = "--override", paramLabel = "REASON")
    private @Nullable String override;

    @Option(names = "--answer", paramLabel = "k=v")
    private Map<String, String> answers = new TreeMap<>();

    @Option(names = "--stdin")
    private boolean stdin;

    @Parameters(paramLabel = "CODE", descriptionKey = "code")
    private List<String> codes = new ArrayList<>();

    CheckinCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        require("--event", event);
        require("--list", list);
        if (!stdin && codes.isEmpty()) {
            throw CliFailure.usage(session.text("cli.checkin.nothing"));
        }
        return session.inStore(this::checkin);
    }

    private void require(String option, @Nullable String value) {
        if (value == null) {
            throw CliFailure.usage(session.text("cli.usage.missing", option));
        }
    }

    private int checkin(OpenConsole console) {
        EventChoice choice = new EventChoice(session, console);
        ChosenEvent row = choice.event("--event", String.valueOf(event));
        String name = choice.list(row, String.valueOf(list));
        choice.gate(row, gate);
        CheckinDesk desk = new CheckinDesk(console, row, name);
        ScanAnswers printed = new ScanAnswers(session, desk, stdin);
        codes.forEach(code -> printed.print(desk.checkin(request(code))));
        if (stdin) {
            // A door that goes on for hours exchanges like one in the window.
            console.startExchange();
            lines(desk, printed);
        }
        return printed.exit().status();
    }

    private ScanRequest request(String code) {
        return new ScanRequest(
                code,
                exit ? ScanKind.EXIT : ScanKind.ENTRY,
                now(),
                gate,
                answers,
                allowUnpaid,
                override);
    }

    private Instant now() {
        return at == null ? session.clock().instant() : at;
    }

    /** Each line is answered before the next one is read; a bad one never stops the rest. */
    private void lines(CheckinDesk desk, ScanAnswers printed) {
        ScanLine reader = new ScanLine(session.texts(), desk.gates(), request(""));
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    line(desk, printed, reader, number, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("stdin", e);
        }
    }

    private void line(
            CheckinDesk desk, ScanAnswers printed, ScanLine reader, int number, String line) {
        ScanRequest request;
        try {
            request = reader.read(line, now());
        } catch (CliFailure wrong) {
            printed.notUnderstood(number, String.valueOf(wrong.getMessage()));
            return;
        }
        printed.print(desk.checkin(request));
    }
}

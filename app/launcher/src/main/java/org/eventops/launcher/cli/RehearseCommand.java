package org.eventops.launcher.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.door.rehearsal.ArrivalCurve;
import org.eventops.domain.door.rehearsal.Rehearsal;
import org.eventops.domain.event.EventId;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.launcher.bench.Scratch;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Lets an evening's arrivals through the engine, on a copy: who waits how long, and lanes needed.
 */
@Command(name = "rehearse")
final class RehearseCommand implements Callable<Integer> {
    private static final long SEED = 1;
    private static final int MOST_LANES = 100;
    private static final Duration BEARABLE = Duration.ofMinutes(5);

    private final Session session;

    @Option(names = "--event", paramLabel = "SLUG", required = true)
    private String event = "";

    @Option(names = "--list", paramLabel = "NAME")
    private @Nullable String list;

    @Option(names = "--arrivals", paramLabel = "N", required = true)
    private int arrivals;

    @Option(names = "--minutes", paramLabel = "M")
    private int minutes = 90;

    @Option(names = "--lanes", paramLabel = "L", required = true)
    private int lanes;

    @Option(names = "--handling", paramLabel = "SECONDS")
    private double handling = 5;

    RehearseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        positive("--arrivals", arrivals, 1_000_000);
        positive("--minutes", minutes, 10_000);
        positive("--lanes", lanes, MOST_LANES);
        if (!(handling >= 0 && handling <= 3600)) {
            throw session.wrong(
                    "--handling",
                    Double.toString(handling),
                    session.text("cli.rehearse.number", 0, 3600));
        }
        return session.inStore(this::rehearse);
    }

    private void positive(String option, int value, int most) {
        if (value < 1 || value > most) {
            throw session.wrong(
                    option, Integer.toString(value), session.text("cli.rehearse.number", 1, most));
        }
    }

    private int rehearse(OpenConsole console) {
        new EventChoice(session, console).event("--event", event);
        EventContent content =
                console.store()
                        .transactions()
                        .read(() -> console.store().exchange().load(event))
                        .orElseThrow();
        String name = list(content);
        List<String> codes =
                content.orders().stream()
                        .flatMap(order -> order.tickets().stream())
                        .map(Ticket::code)
                        .toList();
        if (codes.isEmpty()) {
            throw session.wrong("--event", event, session.text("cli.tickets.none"));
        }
        long[] micros = decided(content, name, codes);
        tell(micros);
        return ExitCode.DONE.status();
    }

    private String list(EventContent content) {
        List<String> names = content.lists().stream().map(CheckinList::name).toList();
        String asked = list;
        if (names.isEmpty() || (asked != null && !names.contains(asked))) {
            throw session.wrong(
                    "--list", String.valueOf(asked), session.text("cli.expected.oneof", names));
        }
        return asked == null ? names.getFirst() : asked;
    }

    /** What the engine takes for each, in a store that is thrown away, without earlier scans. */
    private long[] decided(EventContent content, String name, List<String> codes) {
        Path data = session.dataFolder();
        try (Scratch scratch = Scratch.beside(data);
                OpenConsole copy = OpenConsole.open(scratch.folder(), session.clock())) {
            copy.store()
                    .transactions()
                    .write(() -> copy.store().exchange().merge(fresh(content), Progress.NONE));
            EventId id =
                    copy.store()
                            .transactions()
                            .read(() -> copy.store().events().id(event))
                            .orElseThrow();
            Instant doors =
                    Optional.ofNullable(content.event().admission())
                            .orElse(content.event().starts());
            List<Duration> curve = curve();
            long[] micros = new long[arrivals];
            for (int i = 0; i < arrivals; i++) {
                ScanRequest request =
                        new ScanRequest(
                                codes.get(i % codes.size()),
                                ScanKind.ENTRY,
                                doors.plus(curve.get(i)),
                                null,
                                Map.of(),
                                false,
                                null);
                long begun = System.nanoTime();
                copy.checkins().checkin(id, name, request, CheckinDesk.operator(), "rehearsal");
                micros[i] = (System.nanoTime() - begun) / 1000;
            }
            return micros;
        }
    }

    private static EventContent fresh(EventContent content) {
        return new EventContent(
                content.event(),
                content.tax(),
                content.dates(),
                content.products(),
                content.promos(),
                content.questions(),
                content.gates(),
                content.lists(),
                content.orders(),
                content.revoked(),
                content.keys(),
                List.of());
    }

    private List<Duration> curve() {
        return ArrivalCurve.of(arrivals, Duration.ofMinutes(minutes), SEED);
    }

    private void tell(long[] micros) {
        long hands = Math.round(handling * 1e6);
        List<Duration> services = new ArrayList<>();
        for (long each : micros) {
            services.add(Duration.ofNanos((each + hands) * 1000));
        }
        Rehearsal evening = Rehearsal.run(curve(), services, lanes);
        long p99 = percentile(micros, 99);
        for (Rehearsal.Lane lane : evening.lanes()) {
            session.answer(
                    JsonRow.of("lane", lane.number())
                            .put("served", lane.waits().size())
                            .put("waitP50", seconds(lane.wait(50)))
                            .put("waitP95", seconds(lane.wait(95)))
                            .put("decideP99Micros", p99)
                            .map(),
                    session.text(
                            "cli.rehearse.lane",
                            lane.number(),
                            lane.waits().size(),
                            seconds(lane.wait(50)),
                            seconds(lane.wait(95))));
        }
        int needed = Rehearsal.lanesFor(curve(), services, 95, BEARABLE, MOST_LANES);
        session.output()
                .note(
                        session.text(
                                "cli.rehearse.summary",
                                evening.longestQueue(),
                                evening.peak().toMinutes(),
                                needed,
                                BEARABLE.toMinutes(),
                                p99));
    }

    private static double seconds(Duration wait) {
        return Math.round(wait.toMillis() / 100.0) / 10.0;
    }

    private static long percentile(long[] values, int percent) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.length) - 1)];
    }
}

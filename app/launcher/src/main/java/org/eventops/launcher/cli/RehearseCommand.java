package org.eventops.launcher.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.eventops.domain.door.rehearsal.ArrivalCurve;
import org.eventops.domain.door.rehearsal.Crowd;
import org.eventops.domain.door.rehearsal.CurveFile;
import org.eventops.domain.door.rehearsal.Handling;
import org.eventops.domain.door.rehearsal.RehearsalOutcome;
import org.eventops.domain.door.rehearsal.RehearsalPlan;
import org.eventops.domain.door.rehearsal.Staffing;
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
    private static final int USUAL_MINUTES = 90;

    private final Session session;

    @Option(names = "--event", paramLabel = "SLUG", required = true)
    private String event = "";

    @Option(names = "--list", paramLabel = "NAME")
    private @Nullable String list;

    @Option(names = "--arrivals", paramLabel = "N")
    private @Nullable Integer arrivals;

    @Option(names = "--minutes", paramLabel = "M")
    private @Nullable Integer minutes;

    @Option(names = "--lanes", paramLabel = "L", required = true)
    private int lanes;

    @Option(names = "--handling", paramLabel = "SECONDS")
    private double handling = Staffing.USUAL_HANDLING.toSeconds();

    @Option(names = "--target", paramLabel = "MINUTES")
    private double target = Staffing.USUAL_TARGET.toMinutes();

    @Option(names = "--curve", paramLabel = "NAME")
    private @Nullable String curve;

    @Option(names = "--curve-from", paramLabel = "SLUG")
    private @Nullable String curveFrom;

    @Option(names = "--curve-file", paramLabel = "FILE")
    private @Nullable Path curveFile;

    RehearseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (arrivals != null) {
            number("--arrivals", arrivals, 1, CurveFile.MOST_PEOPLE);
        }
        if (minutes != null) {
            number("--minutes", minutes, 1, CurveFile.MOST_MINUTES);
        }
        number("--lanes", lanes, 1, RehearsalPlan.MOST_LANES);
        number("--handling", handling, 0, 3600);
        number("--target", target, 0, CurveFile.MOST_MINUTES);
        return session.inStore(this::rehearse);
    }

    private void number(String option, Number value, int least, int most) {
        double number = value.doubleValue();
        if (!(number >= least && number <= most)) {
            throw session.wrong(
                    option, value.toString(), session.text("cli.rehearse.number", least, most));
        }
    }

    private int rehearse(OpenConsole console) {
        EventChoice choice = new EventChoice(session, console);
        ChosenEvent chosen = choice.event("--event", event);
        RehearsalPlan plan =
                new RehearsalPlan(event, list(choice, chosen), crowd(console), staffing(), SEED);
        try (KeyboardProgress progress = new KeyboardProgress(session)) {
            switch (console.rehearsals().run(plan, progress)) {
                case RehearsalOutcome.Done done ->
                        new RehearsalLines(session, chosen.event().zone()).tell(done.report());
                case RehearsalOutcome.NoTickets none -> throw noTickets();
                case RehearsalOutcome.Gone gone -> throw noTickets();
            }
        }
        return ExitCode.DONE.status();
    }

    private CliFailure noTickets() {
        return session.wrong("--event", event, session.text("cli.tickets.none"));
    }

    private String list(EventChoice choice, ChosenEvent chosen) {
        List<String> names = choice.lists(chosen);
        String asked = list;
        if (asked != null || names.isEmpty()) {
            return choice.list(chosen, String.valueOf(asked));
        }
        return names.getFirst();
    }

    private Crowd crowd(OpenConsole console) {
        ArrivalCurve shape = new CurveChoice(session, console).curve(curve, curveFrom, curveFile);
        Duration over =
                minutes == null
                        ? shape.span().orElse(Duration.ofMinutes(USUAL_MINUTES))
                        : Duration.ofMinutes(minutes);
        return new Crowd(shape, arrivals == null ? sold(console) : arrivals, over);
    }

    private int sold(OpenConsole console) {
        int sold =
                console.store()
                        .transactions()
                        .read(() -> console.store().events().row(event))
                        .orElseThrow()
                        .sold();
        if (sold == 0) {
            throw noTickets();
        }
        return sold;
    }

    private Staffing staffing() {
        Duration each = Duration.ofMillis(Math.round(handling * 1000));
        return new Staffing(
                lanes, Handling.usual(each), Duration.ofSeconds(Math.round(target * 60)));
    }
}

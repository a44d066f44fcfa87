package org.eventops.console.feature.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eventops.console.services.RehearsalServices;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.rehearsal.ArrivalCurve;
import org.eventops.domain.door.rehearsal.Crowd;
import org.eventops.domain.door.rehearsal.CurveFile;
import org.eventops.domain.door.rehearsal.CurveOutcome;
import org.eventops.domain.door.rehearsal.RehearsalOutcome;
import org.eventops.domain.door.rehearsal.RehearsalPlan;
import org.eventops.domain.door.rehearsal.RehearsalReport;
import org.eventops.domain.door.rehearsal.Staffing;

/** One rehearsal as it was asked for; run beside the drawing thread. */
record Attempt(Asked asked, CurveOption curve, Optional<Path> file) {
    private static final Duration USUAL = Duration.ofMinutes(90);
    private static final long SEED = 1;

    /**
     * @param minutes empty: as long as the curve took
     */
    record Asked(
            String event, String list, int people, Optional<Duration> minutes, Staffing staffing) {}

    /** What became of it. */
    sealed interface Result {
        record Done(RehearsalReport report) implements Result {}

        /** Something about the curve has to be mended first. */
        record Wrong(Sentence sentence) implements Result {}

        record NoTickets() implements Result {}

        record Gone() implements Result {}
    }

    private sealed interface Found {
        record Curve(ArrivalCurve curve) implements Found {}

        record Not(Sentence why) implements Found {}
    }

    Result run(RehearsalServices services, Progress progress) {
        return switch (found(services)) {
            case Found.Not not -> new Result.Wrong(not.why());
            case Found.Curve found -> rehearse(services, found.curve(), progress);
        };
    }

    private Result rehearse(RehearsalServices services, ArrivalCurve shape, Progress progress) {
        Duration over = asked.minutes().or(shape::span).orElse(USUAL);
        RehearsalPlan plan =
                new RehearsalPlan(
                        asked.event(),
                        asked.list(),
                        new Crowd(shape, asked.people(), over),
                        asked.staffing(),
                        SEED);
        return switch (services.rehearsals().run(plan, progress)) {
            case RehearsalOutcome.Done done -> new Result.Done(done.report());
            case RehearsalOutcome.NoTickets none -> new Result.NoTickets();
            case RehearsalOutcome.Gone gone -> new Result.Gone();
        };
    }

    private Found found(RehearsalServices services) {
        return switch (curve) {
            case CurveOption.Shape shape -> new Found.Curve(shape.curve());
            case CurveOption.Earlier earlier ->
                    services.earlier()
                            .of(earlier.slug())
                            .<Found>map(Found.Curve::new)
                            .orElseGet(() -> not("rehearsal.wrong.nobody", earlier.name()));
            case CurveOption.FromFile chosen ->
                    file.map(each -> read(services, each))
                            .orElseGet(() -> not("rehearsal.wrong.nofile"));
        };
    }

    private static Found read(RehearsalServices services, Path file) {
        String name = String.valueOf(file.getFileName());
        CurveOutcome outcome;
        try {
            outcome = services.files().read(file);
        } catch (IOException e) {
            // A state of the environment: the sentence says what to look at.
            return not("rehearsal.wrong.unreadable", name);
        }
        return switch (outcome) {
            case CurveOutcome.Read read -> new Found.Curve(read.curve());
            case CurveOutcome.Empty none -> not("rehearsal.wrong.empty", name);
            case CurveOutcome.Wrong wrong ->
                    not(
                            "rehearsal.wrong.line",
                            name,
                            wrong.line(),
                            wrong.value(),
                            Sentence.of(
                                    "rehearsal.expected." + wrong.expected(),
                                    CurveFile.MOST_MINUTES,
                                    CurveFile.MOST_PEOPLE));
        };
    }

    private static Found not(String key, Object... arguments) {
        return new Found.Not(Sentence.of(key, arguments));
    }
}

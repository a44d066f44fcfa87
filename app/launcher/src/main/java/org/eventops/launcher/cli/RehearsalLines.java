package org.eventops.launcher.cli;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.eventops.domain.door.rehearsal.Rehearsal;
import org.eventops.domain.door.rehearsal.RehearsalReport;
import org.jspecify.annotations.Nullable;

/** Says how a rehearsal went: a line for each lane, and what follows from them. */
final class RehearsalLines {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private final Session session;
    private final ZoneId zone;

    RehearsalLines(Session session, ZoneId zone) {
        this.session = session;
        this.zone = zone;
    }

    void tell(RehearsalReport report) {
        for (Rehearsal.Lane lane : report.evening().lanes()) {
            session.answer(object(report, lane), line(report, lane));
        }
        session.output().note(summary(report));
        session.output().note(needed(report));
        for (RehearsalReport.Choice each : report.choices()) {
            session.output()
                    .note(
                            session.text(
                                    "cli.rehearse.choice",
                                    each.lanes(),
                                    seconds(each.half()),
                                    seconds(each.most()),
                                    seconds(each.longest()),
                                    each.queue()));
        }
    }

    /** The figures of the whole evening stand in every line, so that each can be read alone. */
    private Map<String, ?> object(RehearsalReport report, Rehearsal.Lane lane) {
        Rehearsal evening = report.evening();
        return JsonRow.of("lane", lane.number())
                .put("served", lane.waits().size())
                .put("waitP50", seconds(lane.wait(50)))
                .put("waitP95", seconds(lane.wait(95)))
                .put("decideP99Micros", report.decideP99Micros())
                .put("waitMax", seconds(lane.wait(100)))
                .put("utilisation", share(evening, lane))
                .put("allP50", seconds(evening.wait(50)))
                .put("allP95", seconds(evening.wait(95)))
                .put("allMax", seconds(evening.wait(100)))
                .put("queueMax", evening.queue().longest())
                .put("queueMaxAt", JsonRow.time(report.peak(), zone))
                .put("target", report.plan().staffing().target().toSeconds())
                .put("lanesNeeded", lanesNeeded(report))
                .put("byLanes", report.choices().stream().map(RehearsalLines::choice).toList())
                .map();
    }

    private static Map<String, ?> choice(RehearsalReport.Choice each) {
        return JsonRow.of("lanes", each.lanes())
                .put("waitP50", seconds(each.half()))
                .put("waitP95", seconds(each.most()))
                .put("waitMax", seconds(each.longest()))
                .put("queueMax", each.queue())
                .map();
    }

    private static @Nullable Integer lanesNeeded(RehearsalReport report) {
        return report.hopeless() ? null : report.needed();
    }

    private String line(RehearsalReport report, Rehearsal.Lane lane) {
        return session.text(
                "cli.rehearse.lane",
                lane.number(),
                lane.waits().size(),
                seconds(lane.wait(50)),
                seconds(lane.wait(95)),
                share(report.evening(), lane));
    }

    private String summary(RehearsalReport report) {
        Rehearsal evening = report.evening();
        return session.text(
                "cli.rehearse.summary",
                evening.lanes().size(),
                CLOCK.format(report.peak().atZone(zone)),
                evening.queue().longest(),
                seconds(evening.wait(50)),
                seconds(evening.wait(95)),
                seconds(evening.wait(100)));
    }

    private String needed(RehearsalReport report) {
        return session.text(
                report.hopeless() ? "cli.rehearse.hopeless" : "cli.rehearse.needed",
                report.needed(),
                report.plan().staffing().target().toSeconds() / 60.0,
                report.decideP99Micros(),
                report.plan().staffing().handling().average().toMillis() / 1000.0);
    }

    private static double share(Rehearsal evening, Rehearsal.Lane lane) {
        return Math.round(evening.utilisation(lane) * 1000) / 1000.0;
    }

    private static double seconds(Duration wait) {
        return Math.round(wait.toMillis() / 100.0) / 10.0;
    }
}

package org.eventops.launcher.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.eventops.domain.change.Progress;
import org.eventops.launcher.demo.DemoOutcome;
import org.eventops.launcher.wiring.OpenConsole;
import picocli.CommandLine.Command;

/** Fills an empty store with the demo organisation. */
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
    private final Session session;

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::fill);
    }

    private int fill(OpenConsole console) {
        switch (console.demo().fill(Progress.NONE)) {
            case DemoOutcome.Filled filled -> answer(filled.counts());
            case DemoOutcome.AlreadyThere there -> {
                session.output().note(session.text("cli.demo.already"));
                answer(there.counts());
            }
            case DemoOutcome.OtherData other ->
                    throw CliFailure.input(
                            session.text(
                                    "cli.demo.otherdata", session.dataFolder(), other.events()));
        }
        return ExitCode.DONE.status();
    }

    private void answer(DemoOutcome.Counts counts) {
        Map<String, ?> object =
                JsonRow.of("events", counts.events())
                        .put("venues", counts.venues())
                        .put("sponsors", counts.sponsors())
                        .put("people", counts.people())
                        .put("attendees", counts.attendees())
                        .map();
        session.answer(
                object,
                session.text(
                        "cli.demo.filled",
                        counts.events(),
                        counts.venues(),
                        counts.sponsors(),
                        counts.people(),
                        counts.attendees()));
    }
}

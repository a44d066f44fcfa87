package org.eventops.launcher.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.eventops.domain.privacy.DueEvent;
import org.eventops.launcher.wiring.OpenConsole;
import picocli.CommandLine.Command;

/** Lists the events whose attendees have been kept for as long as was laid down. */
@Command(name = "due")
final class PrivacyDueCommand implements Callable<Integer> {
    private final Session session;

    PrivacyDueCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::due);
    }

    private int due(OpenConsole console) {
        List<DueEvent> due = console.privacy().retention().due();
        due.forEach(new PrivacyLines(session)::due);
        if (due.isEmpty()) {
            session.output().note(session.text("privacy.due.none"));
        }
        return ExitCode.DONE.status();
    }
}

package org.eventops.launcher.cli;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.eventops.console.shell.SyncOutcomes;
import org.eventops.domain.sync.ReopenOutcome;
import org.eventops.launcher.wiring.OpenConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Undoes what was settled. */
@Command(name = "reopen")
final class ConflictsReopenCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID", descriptionKey = "conflict")
    private UUID id = new UUID(0, 0);

    ConflictsReopenCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::reopen);
    }

    private int reopen(OpenConsole console) {
        ReopenOutcome outcome = console.sync().conflicts().reopen(id);
        String sentence =
                new SyncOutcomes(session.texts())
                        .reopen(outcome, new ConflictTitle(session, console).of(id));
        if (!(outcome instanceof ReopenOutcome.Reopened)) {
            throw CliFailure.input(id + ": " + sentence);
        }
        session.answer(JsonRow.of("id", id.toString()).put("reopened", true).map(), sentence);
        return ExitCode.DONE.status();
    }
}

package org.eventops.launcher.cli;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.eventops.console.shell.SyncOutcomes;
import org.eventops.domain.sync.ResolveOutcome;
import org.eventops.domain.sync.Take;
import org.eventops.launcher.wiring.OpenConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a side. */
@Command(name = "resolve")
final class ConflictsResolveCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "ID", descriptionKey = "conflict")
    private UUID id = new UUID(0, 0);

    @Option(names = "--take", paramLabel = "mine|theirs|both", required = true)
    private Take take = Take.BOTH;

    ConflictsResolveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::resolve);
    }

    private int resolve(OpenConsole console) {
        ResolveOutcome outcome =
                console.sync()
                        .conflicts()
                        .resolve(id, take, console.person(), session.text("sync.undo.reason"));
        String sentence =
                new SyncOutcomes(session.texts())
                        .resolve(outcome, new ConflictTitle(session, console).of(id));
        if (!(outcome instanceof ResolveOutcome.Resolved)) {
            throw CliFailure.input(id + ": " + sentence);
        }
        session.answer(
                JsonRow.of("id", id.toString())
                        .put("resolved", true)
                        .put("taken", JsonRow.word(take))
                        .map(),
                sentence);
        return ExitCode.DONE.status();
    }
}

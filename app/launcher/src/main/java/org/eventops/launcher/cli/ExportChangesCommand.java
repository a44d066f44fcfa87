package org.eventops.launcher.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eventops.domain.sync.ChangeFiles.GiveOutcome;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What waits for the hub, as a file for another console. */
@Command(name = "changes")
final class ExportChangesCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--out", paramLabel = "F", required = true)
    private @Nullable Path out;

    ExportChangesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path file = java.util.Objects.requireNonNull(out).toAbsolutePath();
        return session.inStore(console -> give(console, file));
    }

    private int give(OpenConsole console, Path file) {
        GiveOutcome outcome;
        try {
            outcome = console.changeFiles().give(file);
        } catch (IOException e) {
            throw CliFailure.environment(session.text("cli.export.failed", file));
        }
        switch (outcome) {
            case GiveOutcome.Alone alone ->
                    throw CliFailure.environment(session.text("sync.files.ALONE"));
            case GiveOutcome.Given given ->
                    session.answer(
                            JsonRow.of("changes", given.changes())
                                    .put("answers", given.answers())
                                    .put("file", file.toString())
                                    .map(),
                            session.text(
                                    "sync.files.given", given.changes(), given.answers(), file));
        }
        return ExitCode.DONE.status();
    }
}

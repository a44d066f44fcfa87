package org.eventops.launcher.cli;

import java.util.concurrent.Callable;
import org.eventops.domain.privacy.RetentionService;
import org.eventops.launcher.wiring.OpenConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Erases the attendees whose time is over, and whoever had been erased and came back. */
@Command(name = "apply")
final class PrivacyApplyCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--yes", required = true, descriptionKey = "privacy.yes")
    @SuppressWarnings("UnusedVariable") // that it is there is all it says
    private boolean yes;

    PrivacyApplyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::apply);
    }

    private int apply(OpenConsole console) {
        RetentionService.Applied applied =
                console.privacy().retention().apply(new TerminalProgress(session));
        session.answer(
                JsonRow.of("tickets", applied.tickets())
                        .put("again", applied.again())
                        .put("events", PrivacyLines.slugs(applied.events()))
                        .map(),
                session.text(
                        "privacy.applied",
                        applied.tickets(),
                        applied.events().size(),
                        applied.again()));
        return ExitCode.DONE.status();
    }
}

package org.eventops.launcher.cli;

import java.util.concurrent.Callable;
import org.eventops.domain.privacy.EraseOutcome;
import org.eventops.domain.privacy.EraseRequest;
import org.eventops.launcher.wiring.OpenConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a person out of all that names them. */
@Command(name = "erase")
final class PrivacyEraseCommand implements Callable<Integer> {
    private final Session session;
    private final PrivacyLines lines;

    @Mixin private PrivacyPerson person = new PrivacyPerson();

    @Option(names = "--reason", paramLabel = "R", required = true)
    private String reason = "";

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--force", descriptionKey = "privacy.force")
    private boolean force;

    PrivacyEraseCommand(Session session) {
        this.session = session;
        this.lines = new PrivacyLines(session);
    }

    @Override
    public Integer call() {
        return session.inStore(this::erase);
    }

    private int erase(OpenConsole console) {
        EraseRequest request =
                new EraseRequest(person.query(lines, console), reason, dryRun, force);
        return switch (console.privacy().people().erase(request)) {
            case EraseOutcome.Erased erased -> lines.erased(person.typed(), erased);
            case EraseOutcome.Nobody nobody -> throw lines.nobody(person.typed());
            case EraseOutcome.Several several ->
                    throw lines.several(person.typed(), several.people());
            case EraseOutcome.NoReason none ->
                    throw session.wrong("--reason", reason, session.text("privacy.noreason"));
            case EraseOutcome.WorksHere here ->
                    throw lines.refused(person.typed(), "privacy.workshere", here.name());
            case EraseOutcome.StillAdmits open ->
                    throw lines.refused(
                            person.typed(), "cli.privacy.stilladmits", lines.names(open.events()));
        };
    }
}

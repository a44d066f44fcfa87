package org.eventops.launcher.cli;

import java.util.concurrent.Callable;
import org.eventops.domain.privacy.PersonalData;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** All that is kept of a person, to be read here and now. */
@Command(name = "show")
final class PrivacyShowCommand implements Callable<Integer> {
    private final Session session;
    private final PrivacyLines lines;

    @Parameters(index = "0", paramLabel = "PERSON", descriptionKey = "privacy.person")
    private String person = "";

    @Option(names = "--event", paramLabel = "SLUG", descriptionKey = "privacy.event")
    private @Nullable String event;

    PrivacyShowCommand(Session session) {
        this.session = session;
        this.lines = new PrivacyLines(session);
    }

    @Override
    public Integer call() {
        return session.inStore(this::show);
    }

    private int show(OpenConsole console) {
        PersonalData data = lines.found(console, person, event);
        data.rows().forEach(row -> lines.kept(data, row));
        return ExitCode.DONE.status();
    }
}

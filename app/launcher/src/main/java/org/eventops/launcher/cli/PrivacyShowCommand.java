package org.eventops.launcher.cli;

import java.util.concurrent.Callable;
import org.eventops.domain.privacy.PersonalData;
import org.eventops.launcher.wiring.OpenConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** All that is kept of a person, to be read here and now. */
@Command(name = "show")
final class PrivacyShowCommand implements Callable<Integer> {
    private final Session session;
    private final PrivacyLines lines;

    @Mixin private PrivacyPerson person = new PrivacyPerson();

    PrivacyShowCommand(Session session) {
        this.session = session;
        this.lines = new PrivacyLines(session);
    }

    @Override
    public Integer call() {
        return session.inStore(this::show);
    }

    private int show(OpenConsole console) {
        PersonalData data = person.data(lines, console);
        data.rows().forEach(row -> lines.kept(data, row));
        return ExitCode.DONE.status();
    }
}

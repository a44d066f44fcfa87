package org.eventops.launcher.cli;

import java.util.concurrent.Callable;
import org.eventops.launcher.wiring.OpenConsole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A person no longer works at an event. */
@Command(name = "release")
final class PeopleReleaseCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "person.name")
    private String name = "";

    @Option(
            names = "--event",
            paramLabel = "SLUG",
            descriptionKey = "person.event",
            required = true)
    private String event = "";

    PeopleReleaseCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::release);
    }

    private int release(OpenConsole console) {
        ChosenEvent from = new EventChoice(session, console).event("--event", event);
        return new PersonLines(session, console)
                .answer(console.people().release(from.id(), name), name, "");
    }
}

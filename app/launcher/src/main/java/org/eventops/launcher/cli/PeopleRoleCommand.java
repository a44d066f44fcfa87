package org.eventops.launcher.cli;

import java.util.concurrent.Callable;
import org.eventops.domain.access.Role;
import org.eventops.domain.people.PersonOutcome;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a person be something else from now on. */
@Command(name = "role")
final class PeopleRoleCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "person.name")
    private String name = "";

    @Option(names = "--role", paramLabel = "R", descriptionKey = "person.role", required = true)
    private Role role = Role.ATTENDEE;

    @Option(names = "--event", paramLabel = "SLUG", descriptionKey = "person.event")
    private @Nullable String event;

    PeopleRoleCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::become);
    }

    private int become(OpenConsole console) {
        PersonOutcome outcome =
                event == null
                        ? console.people().become(name, role)
                        : console.people()
                                .assign(
                                        new EventChoice(session, console)
                                                .event("--event", event)
                                                .id(),
                                        name,
                                        role);
        return new PersonLines(session, console).answer(outcome, name, JsonRow.word(role));
    }
}

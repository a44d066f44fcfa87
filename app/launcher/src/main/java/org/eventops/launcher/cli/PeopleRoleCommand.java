package org.eventops.launcher.cli;

import java.util.concurrent.Callable;
import org.eventops.domain.access.Role;
import org.eventops.launcher.wiring.OpenConsole;
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

    PeopleRoleCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::become);
    }

    private int become(OpenConsole console) {
        return PersonLines.answer(
                session, console.people().become(name, role), name, JsonRow.word(role));
    }
}

package org.eventops.launcher.cli;

import java.util.concurrent.Callable;
import org.eventops.domain.access.Role;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds a person. */
@Command(name = "add")
final class PeopleAddCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "person.name")
    private String name = "";

    @Option(names = "--role", paramLabel = "R", descriptionKey = "person.role", required = true)
    private Role role = Role.ATTENDEE;

    @Option(names = "--email", paramLabel = "E", descriptionKey = "person.email")
    private @Nullable String email;

    PeopleAddCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::add);
    }

    private int add(OpenConsole console) {
        return PersonLines.answer(
                session, console.people().add(name, role, email), name, JsonRow.word(role));
    }
}

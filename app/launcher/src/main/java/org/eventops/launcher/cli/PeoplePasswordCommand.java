package org.eventops.launcher.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a person the password that opens this store, or takes it away. */
@Command(name = "password")
final class PeoplePasswordCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "NAME", descriptionKey = "person.name")
    private String name = "";

    @ArgGroup(multiplicity = "1")
    private Choice choice = new Choice();

    /** One of the two. */
    static final class Choice {
        @Option(names = "--password-file", paramLabel = "F")
        private @Nullable Path file;

        @Option(names = "--remove", descriptionKey = "person.password.remove")
        @SuppressWarnings("UnusedVariable") // it is asked for by the file being left out
        private boolean remove;
    }

    PeoplePasswordCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::change);
    }

    private int change(OpenConsole console) {
        Path file = choice.file;
        return PasswordLines.answer(
                session,
                console,
                name,
                file == null
                        ? console.passwords().remove(name)
                        : console.passwords().give(name, typed(file)));
    }

    private String typed(Path file) {
        return String.valueOf(SecretFile.read(session, "--password-file", file));
    }
}

package org.eventops.launcher.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.eventops.domain.unlock.Enrolment;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Begins, confirms or ends the second factor of whoever has opened the store. */
@Command(name = "second-factor")
final class PeopleSecondFactorCommand implements Callable<Integer> {
    private final Session session;

    @ArgGroup private @Nullable Choice choice;

    /** At most one of the two. */
    static final class Choice {
        @Option(names = "--confirm", paramLabel = "CODE")
        private @Nullable String code;

        @Option(names = "--drop", paramLabel = "NAME")
        private @Nullable String name;
    }

    PeopleSecondFactorCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::change);
    }

    private int change(OpenConsole console) {
        Choice asked = choice;
        if (asked != null && asked.name != null) {
            return PasswordLines.answer(
                    session, console, asked.name, console.passwords().dropSecondFactor(asked.name));
        }
        return asked != null && asked.code != null
                ? confirmed(console, asked.code)
                : begun(console);
    }

    private int begun(OpenConsole console) {
        Optional<Enrolment> enrolment = console.passwords().enrol();
        Enrolment begun =
                enrolment.orElseThrow(
                        () -> CliFailure.input(session.text("people.password.NO_PASSWORD")));
        if (session.json()) {
            session.output()
                    .json(
                            JsonRow.of("address", begun.address())
                                    .put("spareCodes", begun.spareCodes())
                                    .map());
        } else {
            session.output().line(session.text("cli.people.second.address", begun.address()));
            session.output().line(session.text("cli.people.second.spare"));
            begun.spareCodes().forEach(session.output()::line);
            session.output().note(session.text("cli.people.second.next"));
        }
        return ExitCode.DONE.status();
    }

    private int confirmed(OpenConsole console, String code) {
        if (!console.passwords().confirm(code)) {
            throw session.wrong("--confirm", code, session.text("cli.people.second.expected"));
        }
        session.answer(
                JsonRow.of("confirmed", true).map(), session.text("cli.people.second.confirmed"));
        return ExitCode.DONE.status();
    }
}

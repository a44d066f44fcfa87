package org.eventops.launcher.cli;

import org.eventops.domain.people.Member;
import org.eventops.domain.people.PasswordOutcome;
import org.eventops.launcher.wiring.OpenConsole;

/** What became of changing how somebody opens the store, as the command line says it. */
final class PasswordLines {
    private PasswordLines() {}

    /**
     * @param name as it was given
     */
    static int answer(Session session, OpenConsole console, String name, PasswordOutcome outcome) {
        switch (outcome) {
            case PasswordOutcome.Done done -> done(session, console, done);
            case PasswordOutcome.Weak weak ->
                    throw CliFailure.input(
                            session.about(name, "people.password.weak." + weak.problem()));
            case PasswordOutcome.NotYours refused ->
                    throw CliFailure.refused(
                            session.about(
                                    "%s (%s)"
                                            .formatted(
                                                    name,
                                                    session.text("people.role." + refused.role())),
                                    "people.password.NOT_YOURS"));
            case PasswordOutcome.Problem problem ->
                    throw CliFailure.input(session.about(name, "people.password." + problem));
        }
        return ExitCode.DONE.status();
    }

    private static void done(Session session, OpenConsole console, PasswordOutcome.Done done) {
        String name = done.name();
        boolean password = console.passwords().owners().contains(name);
        boolean second = console.passwords().withSecondFactor().contains(name);
        PersonLines lines = new PersonLines(session, console);
        Member member =
                console.people().all().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseGet(() -> Member.former(name));
        session.answer(
                lines.object(member).put("password", password).put("secondFactor", second).map(),
                session.text("cli.people.password." + (password ? "kept" : "removed"), name));
        if (done.first()) {
            session.output().note(session.text("people.password.first"));
        }
    }
}

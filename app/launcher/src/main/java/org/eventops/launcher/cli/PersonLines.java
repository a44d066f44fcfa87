package org.eventops.launcher.cli;

import org.eventops.domain.people.Person;
import org.eventops.domain.people.PersonOutcome;

/** A person, and what became of changing one, as the command line says it. */
final class PersonLines {
    private PersonLines() {}

    static JsonRow object(Person person) {
        return JsonRow.of("name", person.name())
                .put("role", JsonRow.word(person.role()))
                .put("email", person.email());
    }

    /**
     * @param name and role as they were given
     */
    static int answer(Session session, PersonOutcome outcome, String name, String role) {
        switch (outcome) {
            case PersonOutcome.Saved saved ->
                    session.answer(
                            object(saved.person()).map(),
                            session.text(
                                    "cli.people.saved",
                                    saved.person().name(),
                                    session.text("people.role." + saved.person().role())));
            case PersonOutcome.Problem problem ->
                    throw failed(session, name, "people.problem." + problem);
            case PersonOutcome.NotYours refused ->
                    throw failed(session, role, "people.problem.NOT_YOURS");
        }
        return ExitCode.DONE.status();
    }

    private static CliFailure failed(Session session, String given, String key) {
        return CliFailure.input(given + ": " + session.text(key));
    }
}

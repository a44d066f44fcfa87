package org.eventops.launcher.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.access.Role;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.people.Member;
import org.eventops.domain.people.PersonOutcome;
import org.eventops.launcher.wiring.OpenConsole;

/** A person, and what became of changing one, as the command line says it. */
final class PersonLines {
    private final Session session;
    private final OpenConsole console;
    private final List<EventRow> events;

    PersonLines(Session session, OpenConsole console) {
        this.session = session;
        this.console = console;
        this.events = console.store().transactions().read(console.store().events()::rows);
    }

    JsonRow object(Member member) {
        return JsonRow.of("name", member.name())
                .put("role", member.everywhere().map(JsonRow::word).orElse(null))
                .put("email", member.email())
                .put("at", at(member));
    }

    private Map<String, Object> at(Member member) {
        Map<String, Object> at = new LinkedHashMap<>();
        events.forEach(
                event ->
                        Optional.ofNullable(member.at().get(event.id()))
                                .ifPresent(role -> at.put(event.slug(), JsonRow.word(role))));
        return at;
    }

    /** In words: in the organisation, then at each event. */
    List<String> roles(Member member) {
        List<String> roles =
                new java.util.ArrayList<>(member.everywhere().stream().map(this::word).toList());
        events.forEach(
                event ->
                        Optional.ofNullable(member.at().get(event.id()))
                                .map(this::word)
                                .map(role -> session.text("people.role.at", role, event.slug()))
                                .ifPresent(roles::add));
        return roles;
    }

    private String word(Role role) {
        return session.text("people.role." + role);
    }

    /**
     * @param name and role as they were given
     */
    int answer(PersonOutcome outcome, String name, String role) {
        switch (outcome) {
            case PersonOutcome.Saved saved -> said(saved.person().name());
            case PersonOutcome.Assigned it -> said(it.member().name());
            case PersonOutcome.Released it -> released(it.member().name());
            case PersonOutcome.Problem problem ->
                    throw CliFailure.input(session.about(name, "people.problem." + problem));
            case PersonOutcome.NotYours refused ->
                    throw CliFailure.refused(session.about(role, "people.problem.NOT_YOURS"));
        }
        return ExitCode.DONE.status();
    }

    private void said(String name) {
        Member now = member(name);
        session.answer(
                object(now).map(),
                session.text("cli.people.saved", name, String.join(", ", roles(now))));
    }

    private Member member(String name) {
        return console.people().all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseGet(() -> Member.former(name));
    }

    private void released(String name) {
        session.answer(object(member(name)).map(), session.text("people.released", name));
    }
}

package org.eventops.launcher.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eventops.domain.access.Permission;
import org.eventops.domain.people.Member;
import org.eventops.launcher.wiring.OpenConsole;
import picocli.CommandLine.Command;

/** Lists the people by name. */
@Command(name = "list")
final class PeopleListCommand implements Callable<Integer> {
    private final Session session;

    PeopleListCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::list);
    }

    private int list(OpenConsole console) {
        List<Member> all = new ArrayList<>(console.people().all());
        // Who comes in how is a matter of those who see to it.
        boolean keys = console.store().access().mayAnywhere(Permission.CHANGE_PEOPLE);
        List<String> owners = keys ? console.passwords().owners() : List.of();
        if (keys) {
            console.passwords().leftOver().stream().map(Member::former).forEach(all::add);
        }
        PersonLines lines = new PersonLines(session, console);
        if (session.json()) {
            List<String> seconds = keys ? console.passwords().withSecondFactor() : List.of();
            all.forEach(
                    each -> {
                        JsonRow row = lines.object(each);
                        if (keys) {
                            row.put("password", owners.contains(each.name()))
                                    .put("secondFactor", seconds.contains(each.name()));
                        }
                        session.output().json(row.map());
                    });
        } else if (all.isEmpty()) {
            session.output().note(session.text("cli.people.none"));
        } else {
            table(all, keys ? Optional.of(owners) : Optional.empty(), lines);
        }
        return ExitCode.DONE.status();
    }

    private void table(List<Member> all, Optional<List<String>> owners, PersonLines lines) {
        Columns columns = new Columns(false, false, false, false);
        columns.add(
                session.text("cli.people.name"),
                session.text("cli.people.role"),
                session.text("cli.people.email"),
                session.text("cli.people.opens"));
        all.forEach(
                each ->
                        columns.add(
                                each.name(),
                                each.hasRole()
                                        ? String.join(", ", lines.roles(each))
                                        : session.text("people.leftOver"),
                                Objects.requireNonNullElse(each.email(), ""),
                                owners.map(some -> "cli.yesno." + some.contains(each.name()))
                                        .map(session::text)
                                        .orElse("")));
        columns.lines().forEach(session.output()::line);
    }
}

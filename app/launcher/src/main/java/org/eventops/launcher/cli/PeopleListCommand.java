package org.eventops.launcher.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
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
        console.passwords()
                .leftOver()
                .forEach(name -> all.add(new Member(name, Optional.empty(), Map.of(), null)));
        PersonLines lines = new PersonLines(session, console);
        List<String> owners = console.passwords().owners();
        List<String> seconds = console.passwords().withSecondFactor();
        if (session.json()) {
            all.forEach(
                    each ->
                            session.output()
                                    .json(
                                            lines.object(each)
                                                    .put("password", owners.contains(each.name()))
                                                    .put(
                                                            "secondFactor",
                                                            seconds.contains(each.name()))
                                                    .map()));
        } else if (all.isEmpty()) {
            session.output().note(session.text("cli.people.none"));
        } else {
            table(all, owners, lines);
        }
        return ExitCode.DONE.status();
    }

    private void table(List<Member> all, List<String> owners, PersonLines lines) {
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
                                session.text("cli.yesno." + owners.contains(each.name()))));
        columns.lines().forEach(session.output()::line);
    }
}

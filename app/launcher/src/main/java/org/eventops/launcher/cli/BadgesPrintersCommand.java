package org.eventops.launcher.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.eventops.console.services.BadgeServices;
import org.eventops.domain.badge.BadgeOutput;
import org.eventops.launcher.wiring.OpenConsole;
import picocli.CommandLine.Command;

/** The printers that the system has now, and which this console prints badges on. */
@Command(name = "printers")
final class BadgesPrintersCommand implements Callable<Integer> {
    private final Session session;

    BadgesPrintersCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::list);
    }

    private int list(OpenConsole console) {
        BadgeServices badges = console.badges();
        BadgeOutput chosen = badges.place().output();
        List<String> names = badges.printers().names();
        for (String name : names) {
            boolean ours = chosen.equals(new BadgeOutput.Printer(name));
            session.answer(
                    JsonRow.of("printer", name).put("chosen", ours).map(),
                    ours ? session.text("cli.badges.printer.chosen", name) : name);
        }
        if (names.isEmpty()) {
            session.output().note(session.text("cli.badges.printer.none"));
        }
        return ExitCode.DONE.status();
    }
}

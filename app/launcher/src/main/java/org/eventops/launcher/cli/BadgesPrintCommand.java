package org.eventops.launcher.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.eventops.console.services.BadgeServices;
import org.eventops.domain.badge.BadgeDesk;
import org.eventops.domain.badge.BadgeDesk.Outcome;
import org.eventops.domain.badge.BadgeOutput;
import org.eventops.domain.badge.BadgeOwner;
import org.eventops.domain.badge.BadgeService;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints badges, each once unless asked for again: on a printer, or as one PDF. */
@Command(name = "print")
final class BadgesPrintCommand implements Callable<Integer> {
    private static final int NOTED = 500;

    private final Session session;

    @Option(names = "--event", paramLabel = "SLUG", required = true)
    private String event = "";

    @Option(names = "--ticket", paramLabel = "CODE")
    private @Nullable String ticket;

    @Option(names = "--order", paramLabel = "CODE")
    private @Nullable String order;

    @Option(names = "--all")
    private boolean all;

    @Option(names = "--printer", paramLabel = "NAME")
    private @Nullable String printer;

    @Option(names = "--out", paramLabel = "FILE.pdf")
    private @Nullable Path out;

    @Option(names = "--reprint")
    private boolean reprint;

    BadgesPrintCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        long whose = Stream.of(ticket != null, order != null, all).filter(each -> each).count();
        if (whose != 1) {
            throw CliFailure.usage(session.text("cli.badges.whose"));
        }
        if (printer != null && out != null) {
            throw CliFailure.usage(session.text("cli.badges.where"));
        }
        return session.inStore(this::print);
    }

    private int print(OpenConsole console) {
        ChosenEvent chosen = new EventChoice(session, console).event("--event", event);
        BadgeServices badges = console.badges();
        List<BadgeOwner> owners = owners(badges, chosen);
        BadgeDesk.Order wanted =
                new BadgeDesk.Order(
                        chosen.id(),
                        reprint,
                        session.texts().locale(),
                        new BadgeService.Asker(console.deviceName(), console.person()));
        Path file = out;
        List<Outcome> outcomes =
                file == null
                        ? onPaper(badges, wanted, owners)
                        : inDocument(badges, wanted, owners, file);
        boolean failed = outcomes.stream().anyMatch(Outcome.Failed.class::isInstance);
        return (failed ? ExitCode.ENVIRONMENT : ExitCode.DONE).status();
    }

    private List<BadgeOwner> owners(BadgeServices badges, ChosenEvent chosen) {
        List<BadgeOwner> owners =
                badges.badges().owners(chosen.id(), Integer.MAX_VALUE).stream()
                        .filter(each -> ticket == null || each.face().code().equals(ticket))
                        .filter(each -> order == null || each.face().order().equals(order))
                        .toList();
        if (owners.isEmpty()) {
            String place = ticket != null ? "--ticket" : order != null ? "--order" : "--event";
            String value = ticket != null ? ticket : order != null ? order : event;
            throw session.wrong(place, value, session.text("cli.tickets.none"));
        }
        return owners;
    }

    /** One after the other: what has come out stands in the store, whatever comes after. */
    private List<Outcome> onPaper(
            BadgeServices badges, BadgeDesk.Order wanted, List<BadgeOwner> owners) {
        BadgeOutput output = output(badges);
        List<Outcome> outcomes = new ArrayList<>(owners.size());
        for (BadgeOwner owner : owners) {
            Outcome outcome = badges.desk().print(wanted, owner.ticket(), output);
            outcomes.add(outcome);
            new BadgeRows(session).tell(owner, outcome);
            if (outcomes.size() % NOTED == 0) {
                note(outcomes.size(), owners.size());
            }
        }
        return outcomes;
    }

    private List<Outcome> inDocument(
            BadgeServices badges, BadgeDesk.Order wanted, List<BadgeOwner> owners, Path file) {
        note(0, owners.size());
        List<Outcome> outcomes =
                badges.desk()
                        .document(
                                wanted,
                                owners.stream().map(BadgeOwner::ticket).toList(),
                                () -> {
                                    WholeFile document = new WholeFile(file);
                                    document.whole();
                                    return document;
                                });
        BadgeRows rows = new BadgeRows(session);
        for (int i = 0; i < outcomes.size(); i++) {
            rows.tell(owners.get(i), outcomes.get(i));
        }
        return outcomes;
    }

    private void note(int done, int total) {
        if (total >= NOTED) {
            session.output().note(session.text("cli.badges.progress", done, total));
        }
    }

    private BadgeOutput output(BadgeServices badges) {
        String name = printer;
        if (name == null) {
            BadgeOutput chosen = badges.place().output();
            if (chosen instanceof BadgeOutput.None) {
                throw CliFailure.usage(session.text("cli.badges.noprinter"));
            }
            return chosen;
        }
        List<String> names = badges.printers().names();
        if (!names.contains(name)) {
            String expected =
                    names.isEmpty()
                            ? session.text("cli.expected.noneyet")
                            : session.text("cli.expected.oneof", String.join(", ", names));
            throw session.wrong("--printer", name, expected);
        }
        return new BadgeOutput.Printer(name);
    }
}

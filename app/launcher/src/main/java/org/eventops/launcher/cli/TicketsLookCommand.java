package org.eventops.launcher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketLook;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The colour and the logo of an event's printed tickets: says them, or changes them first. */
@Command(name = "look")
final class TicketsLookCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--event", paramLabel = "SLUG", required = true)
    private String event = "";

    @Option(names = "--colour", paramLabel = "#RRGGBB")
    private @Nullable String colour;

    @Option(names = "--logo", paramLabel = "F")
    private @Nullable Path logo;

    @Option(names = "--plain")
    private boolean plain;

    TicketsLookCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::look);
    }

    private int look(OpenConsole console) {
        EventId id = new EventChoice(session, console).event("--event", event).id();
        TicketLook before = kept(console, id);
        TicketLook now = changed(plain ? TicketLook.plain() : before, console);
        if (!now.equals(before)) {
            keep(console, id, now);
        }
        boolean drawn = now.logo() != null;
        session.answer(
                JsonRow.of("event", event).put("colour", now.colour()).put("logo", drawn).map(),
                session.text(
                        drawn ? "cli.tickets.look.logo" : "cli.tickets.look", event, now.colour()));
        return ExitCode.DONE.status();
    }

    private static TicketLook kept(OpenConsole console, EventId id) {
        return console.store()
                .transactions()
                .read(() -> console.store().ticketLooks().of(id))
                .orElseGet(TicketLook::plain);
    }

    private static void keep(OpenConsole console, EventId id, TicketLook look) {
        console.store()
                .transactions()
                .write(
                        () -> {
                            console.store().ticketLooks().save(id, look);
                            return look;
                        });
    }

    private TicketLook changed(TicketLook look, OpenConsole console) {
        String wanted = colour;
        TicketLook coloured = wanted == null ? look : look.withColour(known(wanted));
        Path file = logo;
        return file == null ? coloured : coloured.withLogo(picture(file, console));
    }

    private String known(String wanted) {
        return TicketLook.colour(wanted)
                .orElseThrow(
                        () ->
                                session.wrong(
                                        "--colour", wanted, session.text("cli.tickets.colour")));
    }

    private byte[] picture(Path file, OpenConsole console) {
        try {
            if (Files.size(file) <= TicketLook.LARGEST_LOGO) {
                byte[] bytes = Files.readAllBytes(file);
                if (console.papers().isPicture(bytes)) {
                    return bytes;
                }
            }
        } catch (IOException e) {
            throw session.wrong("--logo", file.toString(), session.text("cli.import.file"));
        }
        String expected = session.text("cli.tickets.logo", TicketLook.LARGEST_LOGO / 1000);
        throw session.wrong("--logo", file.toString(), expected);
    }
}

package org.eventops.launcher.cli;

import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.domain.ticketing.signed.TicketSigning;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The keys of an event: a new one, one that is good no longer, or how they stand. */
@Command(name = "keys")
final class TicketsKeysCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--event", paramLabel = "SLUG", required = true)
    private String event = "";

    @Option(names = "--rotate")
    private boolean rotate;

    @Option(names = "--retire", paramLabel = "KEY")
    private @Nullable String retire;

    TicketsKeysCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::keys);
    }

    private int keys(OpenConsole console) {
        ChosenEvent chosen = new EventChoice(session, console).event("--event", event);
        TicketSigning signing = console.signing();
        String old = retire;
        if (old != null && signing.retire(chosen.id(), old).isEmpty()) {
            throw session.wrong("--retire", old, session.text("cli.tickets.key"));
        }
        if (rotate) {
            signing.rotate(chosen.id());
        }
        for (SigningKey key : signing.keys(chosen.id())) {
            boolean signs = console.store().keys().privateKey(key.publicKey()).isPresent();
            String retired =
                    key.retired() == null ? null : JsonRow.time(key.retired(), ZoneOffset.UTC);
            session.answer(
                    JsonRow.of("key", key.id())
                            .put("public", key.publicKey())
                            .put("retired", retired)
                            .put("signsHere", signs && retired == null)
                            .map(),
                    session.text(
                            retired != null
                                    ? "cli.tickets.key.retired"
                                    : signs ? "cli.tickets.key.signs" : "cli.tickets.key.checks",
                            key.id(),
                            retired == null ? "" : retired));
        }
        return ExitCode.DONE.status();
    }
}

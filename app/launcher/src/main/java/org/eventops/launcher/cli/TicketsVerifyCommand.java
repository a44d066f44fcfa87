package org.eventops.launcher.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import org.eventops.domain.ticketing.issue.Verification;
import org.eventops.domain.ticketing.signed.SignedCode;
import org.eventops.domain.ticketing.signed.TicketPayload;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what a signed code says, and whether it is genuine; decides nothing. */
@Command(name = "verify")
final class TicketsVerifyCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "CODE", descriptionKey = "code")
    private String code = "";

    TicketsVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStore(this::verify);
    }

    private int verify(OpenConsole console) {
        switch (console.verifying().verify(code)) {
            case Verification.Unsigned none ->
                    session.answer(
                            JsonRow.of("code", none.code())
                                    .put("signed", false)
                                    .put("genuine", false)
                                    .map(),
                            session.text("cli.tickets.unsigned", none.code()));
            case Verification.Stranger stranger ->
                    say(
                            row(stranger.code(), false, stranger.known()),
                            "stranger",
                            "",
                            stranger.code());
            case Verification.Ours ours ->
                    say(
                            row(ours.code(), ours.genuine(), ours.known())
                                    .put("event", ours.event().slug())
                                    .put("key", ours.key().id())
                                    .put("retired", time(ours.key().retired()))
                                    .put("product", ours.product()),
                            ours.genuine() ? "genuine" : "altered",
                            ours.event().slug(),
                            ours.code());
        }
        return ExitCode.DONE.status();
    }

    private void say(JsonRow row, String verdict, String event, SignedCode signed) {
        TicketPayload payload = signed.payload();
        session.answer(
                row.map(),
                session.text(
                        "cli.tickets." + verdict,
                        event,
                        payload.ticket().value(),
                        payload.issue()));
    }

    private static JsonRow row(SignedCode signed, boolean genuine, boolean known) {
        TicketPayload payload = signed.payload();
        return JsonRow.of("code", signed.text())
                .put("signed", true)
                .put("genuine", genuine)
                .put("event", null)
                .put("key", null)
                .put("retired", null)
                .put("ticket", payload.ticket().value().toString())
                .put("known", known)
                .put("product", null)
                .put("issue", payload.issue())
                .put("validFrom", time(payload.validFrom()))
                .put("validUntil", time(payload.validUntil()));
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : JsonRow.time(at, ZoneOffset.UTC);
    }
}

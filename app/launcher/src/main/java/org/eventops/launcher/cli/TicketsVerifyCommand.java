package org.eventops.launcher.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eventops.domain.door.CodeCleaner;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.domain.ticketing.signed.SignedCode;
import org.eventops.domain.ticketing.signed.TicketKeys;
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

    /** A key of this console with the event that it belongs to. */
    private record Owned(EventRow event, SigningKey key) {}

    private int verify(OpenConsole console) {
        String clean = CodeCleaner.clean(code);
        Optional<SignedCode> read = SignedCode.read(clean);
        if (read.isEmpty()) {
            Map<String, ?> object =
                    JsonRow.of("code", clean).put("signed", false).put("genuine", false).map();
            session.answer(object, session.text("cli.tickets.unsigned", clean));
            return ExitCode.DONE.status();
        }
        say(console, read.get(), owner(console, read.get()));
        return ExitCode.DONE.status();
    }

    private static Optional<Owned> owner(OpenConsole console, SignedCode code) {
        return console.store().transactions().read(() -> console.store().events().rows()).stream()
                .flatMap(
                        event ->
                                console.signing().keys(event.id()).stream()
                                        .map(key -> new Owned(event, key)))
                .filter(each -> TicketKeys.tag(each.key().publicKey()) == code.payload().key())
                .findFirst();
    }

    private void say(OpenConsole console, SignedCode signed, Optional<Owned> owner) {
        TicketPayload payload = signed.payload();
        boolean genuine = owner.map(each -> TicketKeys.isGenuine(signed, each.key())).orElse(false);
        boolean known =
                console.store()
                        .transactions()
                        .read(() -> console.store().ticketing().ticket(payload.ticket()))
                        .isPresent();
        String event = owner.map(each -> each.event().slug()).orElse(null);
        Map<String, ?> object =
                JsonRow.of("code", signed.text())
                        .put("signed", true)
                        .put("genuine", genuine)
                        .put("event", event)
                        .put("key", owner.map(each -> each.key().id()).orElse(null))
                        .put("retired", time(owner.map(each -> each.key().retired()).orElse(null)))
                        .put("ticket", payload.ticket().value().toString())
                        .put("known", known)
                        .put("product", product(console, owner, payload))
                        .put("issue", payload.issue())
                        .put("validFrom", time(payload.validFrom()))
                        .put("validUntil", time(payload.validUntil()))
                        .map();
        String verdict = genuine ? "genuine" : owner.isPresent() ? "altered" : "stranger";
        session.answer(
                object,
                session.text(
                        "cli.tickets." + verdict,
                        Objects.requireNonNullElse(event, ""),
                        payload.ticket().value(),
                        payload.issue()));
    }

    private static @Nullable String product(
            OpenConsole console, Optional<Owned> owner, TicketPayload payload) {
        Function<Owned, Stream<String>> keys =
                each ->
                        console
                                .store()
                                .transactions()
                                .read(() -> console.store().ticketing().products(each.event().id()))
                                .stream()
                                .map(row -> row.product().key());
        return owner.stream()
                .flatMap(keys)
                .filter(key -> TicketPayload.tag(key) == payload.product())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String time(@Nullable Instant at) {
        return at == null ? null : JsonRow.time(at, ZoneOffset.UTC);
    }
}

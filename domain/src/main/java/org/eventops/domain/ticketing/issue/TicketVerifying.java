package org.eventops.domain.ticketing.issue;

import java.util.Optional;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.door.CodeCleaner;
import org.eventops.domain.event.EventRepository;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.domain.ticketing.TicketingRepository;
import org.eventops.domain.ticketing.signed.SignedCode;
import org.eventops.domain.ticketing.signed.TicketKeys;
import org.eventops.domain.ticketing.signed.TicketPayload;
import org.jspecify.annotations.Nullable;

/** Reads signed codes and holds them against the keys of all events of this console. */
public final class TicketVerifying {
    private final Transactions transactions;
    private final EventRepository events;
    private final TicketingRepository ticketing;

    public TicketVerifying(
            Transactions transactions, EventRepository events, TicketingRepository ticketing) {
        this.transactions = transactions;
        this.events = events;
        this.ticketing = ticketing;
    }

    /**
     * @param typed as it was read, with whatever a wallet puts around it
     */
    public Verification verify(String typed) {
        String clean = CodeCleaner.clean(typed);
        return SignedCode.read(clean)
                .<Verification>map(code -> transactions.read(() -> checked(code)))
                .orElseGet(() -> new Verification.Unsigned(clean));
    }

    /** A key of this console with the event that it belongs to. */
    private record Owned(EventRow event, SigningKey key) {}

    private Verification checked(SignedCode code) {
        TicketPayload payload = code.payload();
        boolean known = ticketing.ticket(payload.ticket()).isPresent();
        Optional<Owned> owner =
                events.rows().stream()
                        .flatMap(
                                event ->
                                        ticketing.keys(event.id()).stream()
                                                .map(key -> new Owned(event, key)))
                        .filter(each -> TicketKeys.tag(each.key().publicKey()) == payload.key())
                        .findFirst();
        return owner.<Verification>map(each -> ours(code, each, known))
                .orElseGet(() -> new Verification.Stranger(code, known));
    }

    private Verification ours(SignedCode code, Owned owner, boolean known) {
        return new Verification.Ours(
                code,
                TicketKeys.isGenuine(code, owner.key()),
                owner.event(),
                owner.key(),
                known,
                product(owner.event(), code.payload()));
    }

    private @Nullable String product(EventRow event, TicketPayload payload) {
        return ticketing.products(event.id()).stream()
                .map(row -> row.product().key())
                .filter(key -> TicketPayload.tag(key) == payload.product())
                .findFirst()
                .orElse(null);
    }
}

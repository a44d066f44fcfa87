package org.eventops.domain.ticketing.signed;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketId;
import org.eventops.domain.ticketing.TicketingRepository;
import org.jspecify.annotations.Nullable;

/**
 * Signs the tickets of an event, and looks after its keys. Several keys may be good at a time: a
 * new one does not make older codes worthless, retiring one does.
 */
public final class TicketSigning {
    private final Transactions transactions;
    private final TicketingRepository ticketing;
    private final KeyVault vault;
    private final Clock clock;

    public TicketSigning(
            Transactions transactions, TicketingRepository ticketing, KeyVault vault, Clock clock) {
        this.transactions = transactions;
        this.ticketing = ticketing;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Gives a ticket a signed code, if it has none; its old code is good no longer. A key is made
     * when the event has none that this console may sign with.
     *
     * @throws org.eventops.domain.change.StoreException when the store fails; nothing has changed
     */
    public SignOutcome sign(EventId event, TicketId id) {
        return transactions.write(
                () -> {
                    Optional<Ticket> found = ticketing.ticket(id);
                    if (found.isEmpty()) {
                        return new SignOutcome.NoSuchTicket();
                    }
                    Ticket ticket = found.get();
                    return SignedCode.read(ticket.code()).isPresent()
                            ? new SignOutcome.Kept(ticket)
                            : sign(event, id, ticket, 1);
                });
    }

    /**
     * Gives a ticket a new code, as after a loss; the one before is good no longer.
     *
     * @throws org.eventops.domain.change.StoreException when the store fails; nothing has changed
     */
    public SignOutcome reissue(EventId event, TicketId id) {
        return transactions.write(
                () -> {
                    Optional<Ticket> found = ticketing.ticket(id);
                    if (found.isEmpty()) {
                        return new SignOutcome.NoSuchTicket();
                    }
                    Ticket ticket = found.get();
                    int next =
                            SignedCode.read(ticket.code())
                                    .map(code -> code.payload().issue() + 1)
                                    .orElse(1);
                    return next > TicketPayload.LAST_ISSUE
                            ? new SignOutcome.TooOften()
                            : sign(event, id, ticket, next);
                });
    }

    private SignOutcome sign(EventId event, TicketId id, Ticket ticket, int issue) {
        Signer signer = signer(event);
        TicketPayload payload =
                new TicketPayload(
                        TicketKeys.tag(signer.key().publicKey()),
                        id,
                        TicketPayload.tag(ticket.product()),
                        issue,
                        tag(ticket.date()),
                        ticket.validFrom(),
                        ticket.validUntil());
        String code = TicketKeys.sign(payload, signer.privateKey()).text();
        ticketing.recode(event, id, code);
        ticketing.revoke(event, ticket.code());
        return new SignOutcome.Signed(ticketing.ticket(id).orElseThrow(), ticket.code());
    }

    private static int tag(@Nullable String date) {
        return date == null ? 0 : TicketPayload.tag(date);
    }

    private record Signer(SigningKey key, String privateKey) {}

    /** The newest key that is not retired and whose private half is here; else a new one. */
    private Signer signer(EventId event) {
        return ticketing.keys(event).reversed().stream()
                .filter(key -> key.retired() == null)
                .flatMap(
                        key ->
                                vault
                                        .privateKey(key.publicKey())
                                        .map(secret -> new Signer(key, secret))
                                        .stream())
                .findFirst()
                .orElseGet(() -> made(event));
    }

    private Signer made(EventId event) {
        TicketKeys.Pair pair = TicketKeys.generate();
        // First the private half: a key that is known to doors but lost here could sign nothing.
        vault.keep(pair);
        SigningKey key = new SigningKey(nextId(ticketing.keys(event)), pair.publicKey(), null);
        ticketing.saveKey(event, key);
        return new Signer(key, pair.privateKey());
    }

    /** Four digits, so that the order of the ids is the order of the keys. */
    private static String nextId(List<SigningKey> keys) {
        int highest =
                keys.stream()
                        .map(SigningKey::id)
                        .filter(id -> id.matches("\\d{1,4}"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0);
        return String.format(java.util.Locale.ROOT, "%04d", highest + 1);
    }

    /** A new key, which signs from now on; codes of the others stay good. */
    public SigningKey rotate(EventId event) {
        return transactions.write(() -> made(event).key());
    }

    /**
     * Codes signed with the key are refused from now on.
     *
     * @return the key; empty if the event has none with this id
     */
    public Optional<SigningKey> retire(EventId event, String id) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return transactions.write(
                () -> {
                    Optional<SigningKey> found =
                            ticketing.keys(event).stream()
                                    .filter(key -> key.id().equals(id))
                                    .findFirst();
                    Optional<SigningKey> retired =
                            found.map(
                                    key ->
                                            key.retired() != null
                                                    ? key
                                                    : new SigningKey(
                                                            key.id(), key.publicKey(), now));
                    retired.ifPresent(key -> ticketing.saveKey(event, key));
                    return retired;
                });
    }

    /** The event's keys, by id. */
    public List<SigningKey> keys(EventId event) {
        return transactions.read(() -> ticketing.keys(event));
    }
}

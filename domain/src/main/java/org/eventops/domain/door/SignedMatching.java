package org.eventops.domain.door;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eventops.domain.money.Money;
import org.eventops.domain.ticketing.Approval;
import org.eventops.domain.ticketing.Attendee;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketStatus;
import org.eventops.domain.ticketing.signed.SignedCode;
import org.eventops.domain.ticketing.signed.TicketKeys;
import org.eventops.domain.ticketing.signed.TicketPayload;

/** Finds what a signed code stands for, also before its order has come to this console. */
final class SignedMatching {
    private final DoorSetup setup;
    private final SignedKnowledge signed;
    private final Instant at;

    SignedMatching(DoorSetup setup, SignedKnowledge signed, Instant at) {
        this.setup = setup;
        this.signed = signed;
        this.at = at;
    }

    /** A genuine code whose key has been retired; said first, as of any revoked code. */
    Optional<Match> retired() {
        SigningKey key = signed.key();
        Instant retired = key.retired();
        boolean refused = retired != null && !at.isBefore(retired) && isGenuine();
        return refused
                ? Optional.of(new Match.None(Verdict.REVOKED, new Reason.KeyRetired()))
                : Optional.empty();
    }

    /** Asked where no ticket has this very code. */
    Match find() {
        if (!isGenuine()) {
            return new Match.None(Verdict.BAD_SIGNATURE, new Reason.Altered());
        }
        Knowledge.OtherEvent owner = signed.owner();
        if (owner != null) {
            return new Match.None(Verdict.WRONG_EVENT, new Reason.OfOtherEvent(List.of(owner)));
        }
        TicketFacts known = signed.known();
        if (known == null) {
            return new Match.One(unseen());
        }
        return isOlderThan(known.ticket().code())
                ? new Match.None(Verdict.REVOKED, new Reason.CodeRevoked())
                : new Match.One(known);
    }

    private boolean isGenuine() {
        return TicketKeys.isGenuine(signed.code(), signed.key());
    }

    /** A re-issue that is newer than what this console has is good; so is one of a plain code. */
    private boolean isOlderThan(String current) {
        return SignedCode.read(current)
                .map(SignedCode::payload)
                .filter(newer -> newer.issue() > signed.code().payload().issue())
                .isPresent();
    }

    /** The ticket as its code tells of it. */
    private TicketFacts unseen() {
        TicketPayload payload = signed.code().payload();
        Ticket ticket =
                new Ticket(
                        signed.code().text(),
                        named(payload.product(), setup.products()),
                        payload.date() == 0 ? null : named(payload.date(), setup.dates()),
                        new Attendee(null, null, null, null),
                        TicketStatus.VALID,
                        false,
                        payload.validFrom(),
                        payload.validUntil(),
                        null,
                        false,
                        null,
                        new TreeMap<>(),
                        new Money(0, setup.event().currency()));
        Order order =
                new Order("", OrderStatus.PAID, Approval.NOT_NEEDED, false, null, null, null, null);
        return new TicketFacts(payload.ticket(), ticket, order, signed.scans(), List.of());
    }

    /** The key with this tag; one that no product or date of this console has stays a riddle. */
    private static String named(int tag, Map<String, ?> byKey) {
        return byKey.keySet().stream()
                .filter(key -> TicketPayload.tag(key) == tag)
                .findFirst()
                .orElse("?");
    }
}

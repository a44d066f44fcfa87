package org.eventops.console.feature.door;

import java.time.ZoneOffset;
import java.util.Optional;
import org.eventops.console.feature.door.VerdictCard.Pass;
import org.eventops.domain.door.CheckinAnswer;
import org.eventops.domain.door.Decision;
import org.eventops.domain.door.DoorSetup;
import org.eventops.domain.door.Scan;
import org.eventops.domain.door.TicketFacts;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.resources.Texts;
import org.jspecify.annotations.Nullable;

/** Puts an answer of the check-in into words. */
final class VerdictCards {
    private VerdictCards() {}

    static VerdictCard of(CheckinAnswer answer, Texts texts) {
        DecisionTexts words = new DecisionTexts(texts);
        Decision decision = answer.decision();
        DoorSetup setup = answer.setup();
        TicketFacts facts = decision.ticket();
        Ticket ticket = facts == null ? null : facts.ticket();
        Scan scan = answer.scan();
        return new VerdictCard(
                decision.verdict(),
                words.word(decision.verdict()),
                name(ticket, decision),
                product(ticket, setup),
                words.sentence(decision, setup == null ? ZoneOffset.UTC : setup.event().zone()),
                attention(ticket, texts),
                pass(decision),
                decision.questions(),
                decision.candidates().stream()
                        .map(each -> candidate(each.ticket(), setup))
                        .toList(),
                scan != null && decision.verdict().counts()
                        ? Optional.of(scan.id())
                        : Optional.empty());
    }

    private static Candidate candidate(Ticket ticket, @Nullable DoorSetup setup) {
        String name = ticket.attendee().name();
        return new Candidate(
                ticket.code(), name == null ? ticket.code() : name, product(ticket, setup));
    }

    private static String name(@Nullable Ticket ticket, Decision decision) {
        String name = ticket == null ? null : ticket.attendee().name();
        return name == null ? decision.code() : name;
    }

    private static String product(@Nullable Ticket ticket, @Nullable DoorSetup setup) {
        if (ticket == null || setup == null) {
            return "";
        }
        Product product = setup.products().get(ticket.product());
        return product == null ? ticket.product() : product.name();
    }

    private static String attention(@Nullable Ticket ticket, Texts texts) {
        if (ticket == null) {
            return "";
        }
        String note = ticket.note();
        if (note != null && !note.isBlank()) {
            return note;
        }
        return ticket.attention() ? texts.get("door.screen.attention") : "";
    }

    private static Pass pass(Decision decision) {
        if (!decision.overridable()) {
            return Pass.NONE;
        }
        return decision.verdict() == Verdict.UNPAID ? Pass.TAKE_PENDING : Pass.OVERRIDE;
    }
}

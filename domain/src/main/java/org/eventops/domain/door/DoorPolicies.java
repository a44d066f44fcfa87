package org.eventops.domain.door;

import static org.eventops.domain.door.DoorPolicy.atEntry;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.event.SeriesDate;
import org.eventops.domain.ticketing.Approval;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.TicketStatus;
import org.jspecify.annotations.Nullable;

/** The policies of a door, in the order in which they are asked: the first refusal wins. */
final class DoorPolicies {
    static final List<DoorPolicy> IN_ORDER =
            List.of(
                    DoorPolicies::canceled,
                    DoorPolicies::blocked,
                    DoorPolicies::unapproved,
                    atEntry(DoorPolicies::outsideItsTime),
                    DoorPolicies::wrongProduct,
                    DoorPolicies::wrongDate,
                    DoorPolicies::unpaid,
                    RulePolicies::otherGate,
                    atEntry(RulePolicies::rule),
                    atEntry(DoorPolicies::used));

    private DoorPolicies() {}

    static Optional<Refusal> canceled(Candidacy c) {
        if (c.facts().ticket().status() == TicketStatus.CANCELED) {
            return Optional.of(Refusal.of(Verdict.CANCELED, new Reason.TicketCanceled()));
        }
        Order order = c.facts().order();
        boolean canceled =
                order.status() == OrderStatus.CANCELED || order.status() == OrderStatus.REFUNDED;
        Reason reason = new Reason.OrderCanceled(order.code(), order.status());
        return when(canceled, Refusal.of(Verdict.CANCELED, reason));
    }

    static Optional<Refusal> blocked(Candidacy c) {
        Refusal refusal = Refusal.of(Verdict.BLOCKED, new Reason.TicketBlocked());
        return when(c.facts().ticket().blocked(), refusal);
    }

    static Optional<Refusal> unapproved(Candidacy c) {
        Order order = c.facts().order();
        Refusal refusal = Refusal.of(Verdict.UNAPPROVED, new Reason.NotApproved(order.code()));
        return when(order.approval() == Approval.OUTSTANDING, refusal);
    }

    /** The bounds themselves are inside. */
    static Optional<Refusal> outsideItsTime(Candidacy c) {
        Instant at = c.request().at();
        Instant from = c.facts().ticket().validFrom();
        Instant until = c.facts().ticket().validUntil();
        if (from != null && at.isBefore(from)) {
            Reason reason = new Reason.ValidFrom(local(c.setup(), from));
            return Optional.of(Refusal.of(Verdict.NOT_YET_VALID, reason));
        }
        if (until != null && at.isAfter(until)) {
            Reason reason = new Reason.ValidUntil(local(c.setup(), until));
            return Optional.of(Refusal.of(Verdict.EXPIRED, reason));
        }
        return Optional.empty();
    }

    static Optional<Refusal> wrongProduct(Candidacy c) {
        String key = c.facts().ticket().product();
        if (c.list().products().contains(key)) {
            return Optional.empty();
        }
        Product product = c.setup().products().get(key);
        List<String> lists =
                c.setup().lists().stream()
                        .filter(list -> isOn(list, c.facts()))
                        .map(CheckinList::name)
                        .toList();
        String name = product == null ? key : product.name();
        return Optional.of(
                Refusal.of(Verdict.WRONG_PRODUCT, new Reason.ProductNotOnList(name, lists)));
    }

    static Optional<Refusal> wrongDate(Candidacy c) {
        String date = c.facts().ticket().date();
        if (isOnDate(c.list(), c.facts())) {
            return Optional.empty();
        }
        Reason reason =
                new Reason.OtherDate(starts(c.setup(), date), starts(c.setup(), c.list().date()));
        return Optional.of(Refusal.of(Verdict.WRONG_DATE, reason));
    }

    /** "Valid while pending" is said of pending orders: an expired one is pending no longer. */
    static Optional<Refusal> unpaid(Candidacy c) {
        Order order = c.facts().order();
        boolean pending = order.status() == OrderStatus.PENDING;
        boolean unpaid =
                order.status() == OrderStatus.EXPIRED || (pending && !order.validWhilePending());
        Refusal.Pass pass =
                pending && c.list().includePending()
                        ? Refusal.Pass.ALLOW_UNPAID
                        : Refusal.Pass.NEVER;
        Reason reason = new Reason.NotPaid(order.code(), order.status());
        return when(unpaid, new Refusal(Verdict.UNPAID, reason, pass));
    }

    static Optional<Refusal> used(Candidacy c) {
        return Use.spentBy(c.facts(), c.list())
                .map(first -> new Reason.HasEntered(firstEntry(c.setup(), first)))
                .map(reason -> Refusal.overridable(Verdict.ALREADY_IN, reason));
    }

    static boolean isOn(CheckinList list, TicketFacts facts) {
        return list.products().contains(facts.ticket().product()) && isOnDate(list, facts);
    }

    private static boolean isOnDate(CheckinList list, TicketFacts facts) {
        return list.date() == null || list.date().equals(facts.ticket().date());
    }

    private static FirstEntry firstEntry(DoorSetup setup, Scan scan) {
        String gate = scan.gate() == null ? null : RulePolicies.gateName(setup, scan.gate());
        return new FirstEntry(
                scan.id(), local(setup, scan.at()), gate, scan.operator(), scan.device());
    }

    private static @Nullable LocalDateTime starts(DoorSetup setup, @Nullable String date) {
        SeriesDate found = date == null ? null : setup.dates().get(date);
        return found == null ? null : local(setup, found.starts()).toLocalDateTime();
    }

    private static ZonedDateTime local(DoorSetup setup, Instant instant) {
        return instant.atZone(setup.event().zone());
    }

    private static Optional<Refusal> when(boolean refused, Refusal refusal) {
        return refused ? Optional.of(refusal) : Optional.empty();
    }
}

package org.eventops.domain.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.ticketing.Attendee;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.Ticket;
import org.jspecify.annotations.Nullable;

/** Who was erased at one event: what a file says of them does not come in again. */
public final class ErasedPeople {
    private final UUID event;
    private final Set<String> digests;

    /**
     * @param event its key
     * @param digests as {@link Subject#digest} makes them
     */
    public ErasedPeople(UUID event, Set<String> digests) {
        this.event = event;
        this.digests = Set.copyOf(digests);
    }

    /**
     * @param people how many tickets came without what they said of a person
     */
    public record Sifted(List<OrderEntry> orders, int people) {}

    /** The same orders and tickets, without what they say of those who were erased. */
    public Sifted sift(List<OrderEntry> orders) {
        if (digests.isEmpty()) {
            return new Sifted(orders, 0);
        }
        List<OrderEntry> sifted = new ArrayList<>(orders.size());
        int people = 0;
        for (OrderEntry entry : orders) {
            List<Ticket> tickets = new ArrayList<>(entry.tickets().size());
            for (Ticket ticket : entry.tickets()) {
                boolean nameless = isErased(ticket, entry.order().email()) && names(ticket);
                tickets.add(nameless ? nameless(ticket) : ticket);
                people += nameless ? 1 : 0;
            }
            sifted.add(new OrderEntry(order(entry.order()), tickets));
        }
        return new Sifted(sifted, people);
    }

    private Order order(Order order) {
        return isErased(Subject.email(order.email())) ? nameless(order) : order;
    }

    /** Somebody else may have the ticket by now: then it has an address that nobody erased. */
    private boolean isErased(Ticket ticket, @Nullable String buyer) {
        Attendee attendee = ticket.attendee();
        Optional<Subject> contact =
                Subject.email(attendee.email())
                        .or(() -> Subject.email(buyer))
                        .or(() -> Subject.phone(attendee.phone()));
        return isErased(contact)
                || (Subject.email(attendee.email()).isEmpty()
                        && isErased(Optional.of(Subject.ticket(ticket.code()))));
    }

    private boolean isErased(Optional<Subject> subject) {
        return digests.contains(PersonalRows.EVERYBODY)
                || subject.filter(each -> digests.contains(each.digest(event))).isPresent();
    }

    private static boolean names(Ticket ticket) {
        return !ticket.attendee().equals(Attendee.UNKNOWN)
                || ticket.note() != null
                || !ticket.answers().isEmpty();
    }

    private static Ticket nameless(Ticket ticket) {
        return new Ticket(
                ticket.code(),
                ticket.product(),
                ticket.date(),
                Attendee.UNKNOWN,
                ticket.status(),
                ticket.blocked(),
                ticket.validFrom(),
                ticket.validUntil(),
                ticket.addonTo(),
                ticket.attention(),
                null,
                new TreeMap<>(),
                ticket.price());
    }

    private static Order nameless(Order order) {
        return new Order(
                order.code(),
                order.status(),
                order.approval(),
                order.validWhilePending(),
                null,
                order.placed(),
                order.promo(),
                order.locale());
    }

    /** One of those who were erased; it says no more of them than the others. */
    String any() {
        return digests.iterator().next();
    }

    /** Whether a ticket that is in the store names somebody who was erased. */
    boolean names(Trace trace) {
        Optional<Subject> own = Subject.email(trace.email());
        if (trace.name() == null && own.isEmpty() && trace.phone() == null) {
            return false;
        }
        return isErased(trace.holder())
                || (own.isEmpty()
                        && trace.code() != null
                        && isErased(Optional.of(Subject.ticket(trace.code()))));
    }

    /** The same of the order. */
    boolean namesBuyer(Trace trace) {
        return trace.buyer() != null && isErased(trace.buyerSubject());
    }
}

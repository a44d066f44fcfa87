package org.eventops.domain.door;

import java.util.List;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketId;

/**
 * A ticket with all that a decision may look at.
 *
 * @param scans the scans of this ticket on this list that let in or out and are not undone, in the
 *     order in which they were recorded
 * @param addons its add-on tickets, with their own scans and no add-ons of their own
 */
public record TicketFacts(
        TicketId id, Ticket ticket, Order order, List<Scan> scans, List<TicketFacts> addons) {
    public TicketFacts {
        scans = List.copyOf(scans);
        addons = List.copyOf(addons);
    }

    /** False for a ticket that is known by its signature only: its order has not come yet. */
    public boolean isStored() {
        return !order.code().isEmpty();
    }
}

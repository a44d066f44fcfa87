package org.eventops.domain.exchange;

import java.util.List;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.Ticket;

/** An order with the tickets a file names of it. */
public record OrderEntry(Order order, List<Ticket> tickets) {
    public OrderEntry {
        tickets = List.copyOf(tickets);
    }
}

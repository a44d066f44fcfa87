package org.eventops.domain.ticketing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eventops.domain.event.EventId;

/** Products, orders and tickets of one event; every method is called inside a transaction. */
public interface TicketingRepository {
    List<ProductRow> products(EventId event);

    /** Inserts, or replaces the product with this key. */
    void saveProduct(EventId event, Product product);

    /** Newest first. */
    List<OrderRow> orders(EventId event);

    /** Every ticket of the event, streamed in code order; built for 100,000. */
    void attendees(EventId event, Consumer<AttendeeRow> each);

    Optional<AttendeeRow> attendee(TicketId id);

    Optional<Ticket> ticket(TicketId id);

    Optional<Order> order(EventId event, String code);

    List<Ticket> ticketsOf(EventId event, String orderCode);

    /** Replaces the fields of an order that exists; its code stays. */
    void saveOrder(EventId event, Order order);

    /** Replaces the fields of a ticket that exists; id and code stay. */
    void saveTicket(TicketId id, Ticket ticket);

    List<Question> questions(EventId event);

    /** Gives a ticket another code, in its add-ons as well; nothing else of it changes. */
    void recode(EventId event, TicketId id, String code);

    /** From now on the code is nobody's; it may be said twice. */
    void revoke(EventId event, String code);

    /** The public halves of the keys that sign the event's tickets, by id. */
    List<SigningKey> keys(EventId event);

    /** Inserts, or replaces the key with this id. */
    void saveKey(EventId event, SigningKey key);
}

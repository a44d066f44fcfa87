package org.eventops.domain.ticketing;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;
import org.eventops.domain.event.EventId;

/** Products, orders and tickets of one event; every method is called inside a transaction. */
public interface TicketingRepository {
    @Needs(Permission.SEE_EVENTS)
    List<ProductRow> products(EventId event);

    /** Inserts, or replaces the product with this key. */
    @Needs(Permission.EDIT_EVENTS)
    void saveProduct(EventId event, Product product);

    /** Newest first. */
    @Needs(Permission.FIND_ATTENDEES)
    List<OrderRow> orders(EventId event);

    /** Every ticket of the event, streamed in code order; built for 100,000. */
    @Needs(Permission.FIND_ATTENDEES)
    void attendees(EventId event, Consumer<AttendeeRow> each);

    @Needs(Permission.FIND_ATTENDEES)
    Optional<AttendeeRow> attendee(TicketId id);

    @Needs(Permission.FIND_ATTENDEES)
    Optional<Ticket> ticket(TicketId id);

    @Needs(Permission.FIND_ATTENDEES)
    Optional<Order> order(EventId event, String code);

    @Needs(Permission.FIND_ATTENDEES)
    List<Ticket> ticketsOf(EventId event, String orderCode);

    /** Replaces the fields of an order that exists; its code stays. */
    @Needs(Permission.CHANGE_ORDERS)
    void saveOrder(EventId event, Order order);

    /** Replaces the fields of a ticket that exists; id and code stay. */
    @Needs(Permission.CHANGE_ORDERS)
    void saveTicket(TicketId id, Ticket ticket);

    @Needs(Permission.SEE_EVENTS)
    List<Question> questions(EventId event);

    /** Gives a ticket another code, in its add-ons as well; nothing else of it changes. */
    @Needs(Permission.CHANGE_ORDERS)
    void recode(EventId event, TicketId id, String code);

    /** From now on the code is nobody's; it may be said twice. */
    @Needs(Permission.CHANGE_ORDERS)
    void revoke(EventId event, String code);

    /** The public halves of the keys that sign the event's tickets, by id. */
    @Needs(Permission.SEE_EVENTS)
    List<SigningKey> keys(EventId event);

    /** Inserts, or replaces the key with this id. */
    @Needs(Permission.CHANGE_KEYS)
    void saveKey(EventId event, SigningKey key);
}

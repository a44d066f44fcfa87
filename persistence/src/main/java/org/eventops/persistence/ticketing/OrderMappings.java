package org.eventops.persistence.ticketing;

import java.util.List;
import org.eventops.domain.money.Money;
import org.eventops.domain.ticketing.Approval;
import org.eventops.domain.ticketing.Attendee;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketStatus;
import org.eventops.persistence.hibernate.CanonicalRows;
import org.eventops.persistence.hibernate.RowMapping;
import org.eventops.persistence.hibernate.TextList;

/** Orders and tickets as rows. */
final class OrderMappings {
    static final RowMapping<OrderEntity, Order> ORDER =
            new RowMapping<>(
                    OrderEntity.class,
                    OrderEntity::new,
                    OrderMappings::order,
                    OrderMappings::put,
                    Order::code);
    static final RowMapping<TicketEntity, PlacedTicket> TICKET =
            new RowMapping<>(
                    TicketEntity.class,
                    TicketEntity::new,
                    row -> new PlacedTicket(row.orderId, ticket(row)),
                    OrderMappings::put,
                    placed -> placed.ticket().code());

    private OrderMappings() {}

    static List<Class<?>> entities() {
        return List.of(OrderEntity.class, TicketEntity.class);
    }

    static Order order(OrderEntity row) {
        return new Order(
                row.code,
                OrderStatus.valueOf(row.status),
                Approval.valueOf(row.approval),
                row.validWhilePending,
                row.email,
                row.placed,
                row.promo,
                row.locale);
    }

    private static void put(Order order, OrderEntity row) {
        row.code = CanonicalRows.text(order.code());
        row.codeFolded = CodeFold.fold(order.code());
        row.status = order.status().name();
        row.approval = order.approval().name();
        row.validWhilePending = order.validWhilePending();
        row.email = CanonicalRows.orNull(order.email());
        row.placed = order.placed();
        row.promo = CanonicalRows.orNull(order.promo());
        row.locale = CanonicalRows.orNull(order.locale());
    }

    static Ticket ticket(TicketEntity row) {
        Money price = CatalogMappings.money(row.price, row.currency);
        return new Ticket(
                row.code,
                row.product,
                row.date,
                new Attendee(row.name, row.email, row.phone, row.company),
                TicketStatus.valueOf(row.status),
                row.blocked,
                row.validFrom,
                row.validUntil,
                row.addonTo,
                row.attention,
                row.note,
                TextList.splitMap(row.answers),
                price);
    }

    private static void put(PlacedTicket placed, TicketEntity row) {
        Ticket ticket = placed.ticket();
        row.orderId = placed.orderId();
        row.code = CanonicalRows.text(ticket.code());
        row.codeFolded = CodeFold.fold(ticket.code());
        row.product = ticket.product();
        row.date = ticket.date();
        Attendee attendee = ticket.attendee();
        row.name = CanonicalRows.orNull(attendee.name());
        row.email = CanonicalRows.orNull(attendee.email());
        row.phone = CanonicalRows.orNull(attendee.phone());
        row.company = CanonicalRows.orNull(attendee.company());
        row.status = ticket.status().name();
        row.blocked = ticket.blocked();
        row.validFrom = ticket.validFrom();
        row.validUntil = ticket.validUntil();
        row.addonTo = ticket.addonTo();
        row.attention = ticket.attention();
        row.note = CanonicalRows.orNull(ticket.note());
        row.answers = CanonicalRows.text(TextList.joinMap(ticket.answers()));
        row.price = ticket.price().minor();
        row.currency = ticket.price().currency().getCurrencyCode();
    }
}

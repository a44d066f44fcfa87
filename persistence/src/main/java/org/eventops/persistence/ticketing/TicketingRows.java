package org.eventops.persistence.ticketing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Promo;
import org.eventops.domain.ticketing.Question;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.eventops.persistence.hibernate.RowStamp;
import org.eventops.persistence.hibernate.ScopedRows;

/** All ticketing rows of an event by kind, for merging and for the repository. */
public final class TicketingRows {
    private final ScopedRows<ProductEntity, Product> products;
    private final ScopedRows<PromoEntity, Promo> promos;
    private final ScopedRows<QuestionEntity, Question> questions;
    private final ScopedRows<SigningKeyEntity, SigningKey> keys;
    private final ScopedRows<RevokedCodeEntity, String> revoked;
    private final ScopedRows<OrderEntity, Order> orders;
    private final ScopedRows<TicketEntity, PlacedTicket> tickets;

    public TicketingRows(HibernateTransactions transactions, RowStamp stamp) {
        products = new ScopedRows<>(transactions, stamp, CatalogMappings.PRODUCT);
        promos = new ScopedRows<>(transactions, stamp, CatalogMappings.PROMO);
        questions = new ScopedRows<>(transactions, stamp, CatalogMappings.QUESTION);
        keys = new ScopedRows<>(transactions, stamp, CatalogMappings.SIGNING_KEY);
        revoked = new ScopedRows<>(transactions, stamp, CatalogMappings.REVOKED);
        orders = new ScopedRows<>(transactions, stamp, OrderMappings.ORDER);
        tickets = new ScopedRows<>(transactions, stamp, OrderMappings.TICKET);
    }

    /** What Hibernate has to know of. */
    public static List<Class<?>> entities() {
        List<Class<?>> all = new ArrayList<>(CatalogMappings.entities());
        all.addAll(OrderMappings.entities());
        return all;
    }

    public ScopedRows<?, Product> products() {
        return products;
    }

    public ScopedRows<?, Promo> promos() {
        return promos;
    }

    public ScopedRows<?, Question> questions() {
        return questions;
    }

    public ScopedRows<?, SigningKey> keys() {
        return keys;
    }

    public ScopedRows<?, String> revoked() {
        return revoked;
    }

    public ScopedRows<?, Order> orders() {
        return orders;
    }

    public ScopedRows<?, PlacedTicket> tickets() {
        return tickets;
    }

    /** Keys of the event's orders by code. */
    public Map<String, UUID> orderIds(UUID scope) {
        return orders.idsBy("code", scope);
    }

    /** Keys of the event's tickets by code. */
    public Map<String, UUID> ticketIds(UUID scope) {
        return tickets.idsBy("code", scope);
    }

    /** Orders by code, each with its tickets by code. */
    public List<OrderEntry> entries(UUID scope) {
        Map<UUID, List<Ticket>> byOrder = new HashMap<>();
        for (TicketEntity row : tickets.rows(scope)) {
            byOrder.computeIfAbsent(row.orderId, unused -> new ArrayList<>())
                    .add(OrderMappings.ticket(row));
        }
        byOrder.values().forEach(list -> list.sort(Comparator.comparing(Ticket::code)));
        Map<String, OrderEntry> sorted = new TreeMap<>();
        for (OrderEntity row : orders.rows(scope)) {
            List<Ticket> own = byOrder.getOrDefault(row.id, List.of());
            sorted.put(row.code, new OrderEntry(OrderMappings.order(row), own));
        }
        return List.copyOf(sorted.values());
    }
}

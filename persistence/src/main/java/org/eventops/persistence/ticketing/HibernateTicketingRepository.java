package org.eventops.persistence.ticketing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eventops.domain.event.EventId;
import org.eventops.domain.money.Money;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.OrderRow;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.ProductRow;
import org.eventops.domain.ticketing.Question;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketId;
import org.eventops.domain.ticketing.TicketStatus;
import org.eventops.domain.ticketing.TicketingRepository;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.eventops.persistence.hibernate.NativeColumns;
import org.hibernate.StatelessSession;

/** Products, orders and tickets in H2. */
public final class HibernateTicketingRepository implements TicketingRepository {
    private static final String ENTERED =
            """
            SELECT DISTINCT s.ticket_id FROM scan s LEFT JOIN scan_undo u ON u.scan_id = s.id
             WHERE s.scope = :scope AND s.verdict = 'ADMITTED' AND s.ticket_id IS NOT NULL
               AND u.id IS NULL
            """;
    private static final String ATTENDEE =
            """
            SELECT t.id, t.code, o.code AS order_code, t.product, t.date_key, t.name, t.email,
                   t.phone, t.company, o.status AS payment, t.status, t.blocked, t.attention,
            """;
    private static final String ATTENDEES =
            ATTENDEE
                    + " e.ticket_id IS NOT NULL FROM ticket t JOIN ticket_order o ON o.id = t.order_id"
                    + " LEFT JOIN ("
                    + ENTERED
                    + ") e ON e.ticket_id = t.id WHERE t.scope = :scope ORDER BY t.code";
    private static final String ONE_ATTENDEE =
            ATTENDEE
                    + """
                     EXISTS (SELECT 1 FROM scan s LEFT JOIN scan_undo u ON u.scan_id = s.id
                              WHERE s.ticket_id = t.id AND s.verdict = 'ADMITTED' AND u.id IS NULL)
                      FROM ticket t JOIN ticket_order o ON o.id = t.order_id WHERE t.id = :id
                    """;
    private static final String ORDERS =
            """
            SELECT {o.*}, COALESCE(t.tickets, 0) AS tickets, COALESCE(t.total, 0) AS total,
                   (SELECT e.currency FROM event e WHERE e.id = :scope) AS currency
              FROM ticket_order o
              LEFT JOIN (SELECT order_id, COUNT(*) AS tickets,
                                SUM(CASE WHEN status = 'VALID' THEN price ELSE 0 END) AS total
                           FROM ticket WHERE scope = :scope GROUP BY order_id) t
                ON t.order_id = o.id
             WHERE o.scope = :scope ORDER BY o.placed DESC, o.code
            """;

    private static final String PRODUCT_SALES =
            """
            SELECT t.product, COUNT(*), COUNT(e.ticket_id)
              FROM ticket t JOIN ticket_order o ON o.id = t.order_id LEFT JOIN (%s) e ON e.ticket_id = t.id
             WHERE t.scope = :scope AND t.status = 'VALID' AND o.status IN ('PENDING', 'PAID')
             GROUP BY t.product
            """
                    .formatted(ENTERED);

    private final HibernateTransactions transactions;
    private final TicketingRows rows;

    public HibernateTicketingRepository(HibernateTransactions transactions, TicketingRows rows) {
        this.transactions = transactions;
        this.rows = rows;
    }

    @Override
    public List<ProductRow> products(EventId event) {
        List<Object[]> sales =
                session()
                        .createNativeQuery(PRODUCT_SALES, Object[].class)
                        .setParameter("scope", event.value())
                        .getResultList();
        return rows.products().values(event.value()).stream()
                .map(product -> row(product, sales))
                .toList();
    }

    private static ProductRow row(Product product, List<Object[]> sales) {
        return sales.stream()
                .filter(sale -> product.key().equals(sale[0]))
                .findFirst()
                .map(
                        sale ->
                                new ProductRow(
                                        product,
                                        NativeColumns.number(sale[1]),
                                        NativeColumns.number(sale[2])))
                .orElseGet(() -> new ProductRow(product, 0, 0));
    }

    @Override
    public void saveProduct(EventId event, Product product) {
        rows.products().save(event.value(), product);
    }

    @Override
    public List<OrderRow> orders(EventId event) {
        return session()
                .createNativeQuery(ORDERS, Object[].class)
                .addEntity("o", OrderEntity.class)
                .addScalar("tickets", Long.class)
                .addScalar("total", Long.class)
                .addScalar("currency", String.class)
                .setParameter("scope", event.value())
                .getResultList()
                .stream()
                .map(HibernateTicketingRepository::order)
                .toList();
    }

    private static OrderRow order(Object[] c) {
        Money total = CatalogMappings.money((Long) c[2], (String) c[3]);
        return new OrderRow(
                OrderMappings.order((OrderEntity) c[0]), NativeColumns.number(c[1]), total);
    }

    @Override
    public void attendees(EventId event, Consumer<AttendeeRow> each) {
        try (Stream<Object[]> found =
                session()
                        .createNativeQuery(ATTENDEES, Object[].class)
                        .setParameter("scope", event.value())
                        .setFetchSize(1000)
                        .getResultStream()) {
            found.forEach(c -> each.accept(attendee(c)));
        }
    }

    private static AttendeeRow attendee(Object[] c) {
        return new AttendeeRow(
                new TicketId(NativeColumns.uuid(c[0])),
                (String) c[1],
                (String) c[2],
                (String) c[3],
                (String) c[4],
                (String) c[5],
                (String) c[6],
                (String) c[7],
                (String) c[8],
                OrderStatus.valueOf((String) c[9]),
                TicketStatus.valueOf((String) c[10]),
                (Boolean) c[11],
                (Boolean) c[12],
                (Boolean) c[13]);
    }

    @Override
    public Optional<AttendeeRow> attendee(TicketId id) {
        return session()
                .createNativeQuery(ONE_ATTENDEE, Object[].class)
                .setParameter("id", id.value())
                .getResultList()
                .stream()
                .findFirst()
                .map(HibernateTicketingRepository::attendee);
    }

    @Override
    public Optional<Ticket> ticket(TicketId id) {
        return rows.tickets().find(id.value()).map(PlacedTicket::ticket);
    }

    @Override
    public Optional<Order> order(EventId event, String code) {
        return row(event, code).map(OrderMappings::order);
    }

    private Optional<OrderEntity> row(EventId event, String code) {
        return session()
                .createNativeQuery(
                        "SELECT * FROM ticket_order WHERE scope = :scope AND code = :code",
                        OrderEntity.class)
                .setParameter("scope", event.value())
                .setParameter("code", code)
                .uniqueResultOptional();
    }

    @Override
    public List<Ticket> ticketsOf(EventId event, String orderCode) {
        Optional<OrderEntity> order = row(event, orderCode);
        if (order.isEmpty()) {
            return List.of();
        }
        return session()
                .createNativeQuery(
                        "SELECT * FROM ticket WHERE order_id = :order ORDER BY code",
                        TicketEntity.class)
                .setParameter("order", order.get().id)
                .getResultList()
                .stream()
                .map(OrderMappings::ticket)
                .toList();
    }

    @Override
    public void saveOrder(EventId event, Order order) {
        OrderEntity row = row(event, order.code()).orElseThrow();
        OrderMappings.ORDER.put().accept(order, row);
        session().update(row);
    }

    @Override
    public void saveTicket(TicketId id, Ticket ticket) {
        UUID order = rows.tickets().find(id.value()).orElseThrow().orderId();
        rows.tickets().replace(id.value(), new PlacedTicket(order, ticket));
    }

    @Override
    public List<Question> questions(EventId event) {
        return rows.questions().values(event.value());
    }

    @Override
    public void recode(EventId event, TicketId id, String code) {
        TicketEntity row =
                java.util.Objects.requireNonNull(session().get(TicketEntity.class, id.value()));
        if (!row.scope.equals(event.value())) {
            throw new IllegalArgumentException("a ticket of another event");
        }
        for (TicketEntity addon : addons(event, row.code)) {
            addon.addonTo = code;
            session().update(addon);
        }
        row.code = code;
        row.codeFolded = CodeFold.fold(code);
        session().update(row);
    }

    private List<TicketEntity> addons(EventId event, String code) {
        return session()
                .createNativeQuery(
                        "SELECT * FROM ticket WHERE scope = :scope AND addon_to = :code",
                        TicketEntity.class)
                .setParameter("scope", event.value())
                .setParameter("code", code)
                .getResultList();
    }

    @Override
    public void revoke(EventId event, String code) {
        rows.revoked().save(event.value(), code);
    }

    @Override
    public List<SigningKey> keys(EventId event) {
        return rows.keys().values(event.value());
    }

    @Override
    public void saveKey(EventId event, SigningKey key) {
        rows.keys().save(event.value(), key);
    }

    private StatelessSession session() {
        return transactions.session();
    }
}

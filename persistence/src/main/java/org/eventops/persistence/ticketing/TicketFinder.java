package org.eventops.persistence.ticketing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.signed.TicketKeys;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;

/**
 * Finds tickets by what is shown at a door. In SQL: the first scan of a start would wait for the
 * grammar of Hibernate's own language as long as for all its queries.
 */
public final class TicketFinder {
    private static final String JOINED =
            "SELECT {t.*}, {o.*} FROM ticket t JOIN ticket_order o ON o.id = t.order_id WHERE ";

    private final HibernateTransactions transactions;

    public TicketFinder(HibernateTransactions transactions) {
        this.transactions = transactions;
    }

    /** A ticket with its order and the event it belongs to. */
    public record Found(UUID id, UUID scope, Ticket ticket, Order order) {}

    /** A key with the event that signs with it. */
    public record NamedKey(UUID scope, SigningKey key) {}

    /** The keys of any event that codes name by this tag. */
    public List<NamedKey> keys(int tag) {
        return session()
                .createNativeQuery("SELECT * FROM signing_key", SigningKeyEntity.class)
                .getResultList()
                .stream()
                .filter(row -> TicketKeys.tag(row.publicKey) == tag)
                .map(
                        row ->
                                new NamedKey(
                                        row.scope,
                                        new SigningKey(row.key, row.publicKey, row.retired)))
                .toList();
    }

    public Optional<Found> byId(UUID id) {
        return found(query("t.id = :id").setParameter("id", id)).stream().findFirst();
    }

    /** In any event, ignoring case. */
    public List<Found> byFoldedCode(String folded) {
        return found(query("t.code_folded = :code").setParameter("code", folded));
    }

    /** Tickets of the event's orders with this code, ignoring case. */
    public List<Found> byFoldedOrder(UUID scope, String folded) {
        return found(
                query("o.scope = :scope AND o.code_folded = :code ORDER BY t.code")
                        .setParameter("scope", scope)
                        .setParameter("code", folded));
    }

    /** The add-on tickets of some tickets of the event. */
    public List<Found> addonsOf(UUID scope, List<String> codes) {
        return found(
                query("t.scope = :scope AND t.addon_to IN (:codes) ORDER BY t.code")
                        .setParameter("scope", scope)
                        .setParameter("codes", codes));
    }

    public boolean isRevoked(UUID scope, String code) {
        return session()
                        .createNativeQuery(
                                "SELECT COUNT(*) FROM revoked_code"
                                        + " WHERE scope = :scope AND code = :code",
                                Long.class)
                        .setParameter("scope", scope)
                        .setParameter("code", code)
                        .getSingleResult()
                > 0;
    }

    private SelectionQuery<Object[]> query(String where) {
        return session()
                .createNativeQuery(JOINED + where, Object[].class)
                .addEntity("t", TicketEntity.class)
                .addEntity("o", OrderEntity.class);
    }

    private static List<Found> found(SelectionQuery<Object[]> query) {
        return query.getResultList().stream().map(TicketFinder::found).toList();
    }

    private static Found found(Object[] columns) {
        TicketEntity ticket = (TicketEntity) columns[0];
        Order order = OrderMappings.order((OrderEntity) columns[1]);
        return new Found(ticket.id, ticket.scope, OrderMappings.ticket(ticket), order);
    }

    private StatelessSession session() {
        return transactions.session();
    }
}

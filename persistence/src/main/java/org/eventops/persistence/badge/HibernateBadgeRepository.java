package org.eventops.persistence.badge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eventops.domain.badge.BadgeFace;
import org.eventops.domain.badge.BadgeLayout;
import org.eventops.domain.badge.BadgeOwner;
import org.eventops.domain.badge.BadgePrint;
import org.eventops.domain.badge.BadgeRepository;
import org.eventops.domain.badge.PrintId;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketId;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.eventops.persistence.hibernate.NativeColumns;
import org.eventops.persistence.hibernate.RowStamp;
import org.eventops.persistence.hibernate.ScopedRows;
import org.hibernate.StatelessSession;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Layouts and printings in H2. */
public final class HibernateBadgeRepository implements BadgeRepository {
    private static final String OWNERS =
            """
            SELECT t.id, t.name, t.company, COALESCE(p.name, t.product) AS product_name,
                   o.code AS order_code, e.name AS event_name, COALESCE(d.starts, e.starts), e.zone,
                   t.code
              FROM ticket t JOIN ticket_order o ON o.id = t.order_id JOIN event e ON e.id = t.scope
              LEFT JOIN product p ON p.scope = t.scope AND p.name_key = t.product
              LEFT JOIN series_date d ON d.scope = t.scope AND d.name_key = t.date_key
             WHERE t.scope = :scope AND t.status = 'VALID' AND o.status IN ('PENDING', 'PAID')
            """;
    private static final String ALL = OWNERS + " AND NOT t.blocked ORDER BY t.name, t.code";
    private static final String ONE = OWNERS + " AND t.id = :ticket";

    private final HibernateTransactions transactions;
    private final RowStamp stamp;
    private final ScopedRows<BadgeLayoutEntity, BadgeLayout> layouts;

    public HibernateBadgeRepository(HibernateTransactions transactions, RowStamp stamp) {
        this.transactions = transactions;
        this.stamp = stamp;
        this.layouts = new ScopedRows<>(transactions, stamp, BadgeMappings.LAYOUT);
    }

    /** What Hibernate has to know of. */
    public static List<Class<?>> entities() {
        return List.of(BadgeLayoutEntity.class, BadgePrintEntity.class);
    }

    @Override
    public Optional<BadgeLayout> layout(EventId event) {
        return layouts.values(event.value()).stream().findFirst();
    }

    @Override
    public void saveLayout(EventId event, BadgeLayout layout) {
        layouts.save(event.value(), layout);
    }

    @Override
    public Optional<BadgeOwner> owner(EventId event, TicketId ticket) {
        return owners(ONE, event).setParameter("ticket", ticket.value()).getResultList().stream()
                .findFirst()
                .map(HibernateBadgeRepository::owner);
    }

    @Override
    public List<BadgeOwner> owners(EventId event, int limit) {
        return owners(ALL, event).setMaxResults(limit).getResultList().stream()
                .map(HibernateBadgeRepository::owner)
                .toList();
    }

    private NativeQuery<Object[]> owners(String query, EventId event) {
        return session()
                .createNativeQuery(query, Object[].class)
                .setParameter("scope", event.value());
    }

    private static BadgeOwner owner(Object[] c) {
        Instant date = NativeColumns.instant(c[6]);
        return new BadgeOwner(
                new TicketId(NativeColumns.uuid(c[0])),
                new BadgeFace(
                        text(c[1]),
                        text(c[2]),
                        text(c[3]),
                        text(c[4]),
                        text(c[5]),
                        date.atZone(ZoneId.of(text(c[7]))),
                        text(c[8])));
    }

    private static String text(@Nullable Object column) {
        return column == null ? "" : (String) column;
    }

    @Override
    public List<BadgePrint> prints(EventId event, TicketId ticket) {
        return session()
                .createNativeQuery(
                        "SELECT * FROM badge_print WHERE scope = :scope AND ticket_id = :ticket"
                                + " ORDER BY at, id",
                        BadgePrintEntity.class)
                .setParameter("scope", event.value())
                .setParameter("ticket", ticket.value())
                .getResultList()
                .stream()
                .map(BadgeMappings::print)
                .toList();
    }

    @Override
    public List<BadgePrint> prints(EventId event) {
        return session()
                .createNativeQuery(
                        "SELECT * FROM badge_print WHERE scope = :scope ORDER BY at, id",
                        BadgePrintEntity.class)
                .setParameter("scope", event.value())
                .getResultList()
                .stream()
                .map(BadgeMappings::print)
                .toList();
    }

    @Override
    public void add(BadgePrint print) {
        BadgePrintEntity row = stamp.on(new BadgePrintEntity(), print.event().value());
        row.id = print.id().value();
        BadgeMappings.put(print, row);
        session().insert(row);
    }

    @Override
    public void end(EventId event, PrintId print, BadgePrint.End end) {
        BadgePrintEntity row =
                Objects.requireNonNull(session().get(BadgePrintEntity.class, print.value()));
        BadgeMappings.put(end, row);
        session().update(row);
    }

    private StatelessSession session() {
        return transactions.session();
    }
}

package org.eventops.persistence.event;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRepository;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.event.EventStatus;
import org.eventops.domain.event.EventType;
import org.eventops.domain.event.SeriesDate;
import org.eventops.domain.event.StatusChange;
import org.eventops.domain.exchange.MergeCounts;
import org.eventops.persistence.hibernate.CanonicalRows;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.eventops.persistence.hibernate.NativeColumns;
import org.eventops.persistence.hibernate.RowStamp;
import org.eventops.persistence.hibernate.ScopedRows;
import org.jspecify.annotations.Nullable;

/** Events in H2. */
public final class HibernateEventRepository implements EventRepository {
    private static final String ROWS =
            """
            SELECT e.id, e.slug, e.name, e.type, e.status, e.zone, e.starts, e.ends, e.city,
                   e.venue, e.capacity,
                   (SELECT COUNT(*) FROM ticket t JOIN ticket_order o ON o.id = t.order_id
                     WHERE t.scope = e.id AND t.status = 'VALID' AND o.status IN ('PENDING', 'PAID')),
                   (SELECT COUNT(DISTINCT s.ticket_id) FROM scan s
                      LEFT JOIN scan_undo u ON u.scan_id = s.id
                     WHERE s.scope = e.id AND s.verdict = 'ADMITTED' AND u.id IS NULL)
              FROM event e
            """;

    private final HibernateTransactions transactions;
    private final RowStamp stamp;
    private final ScopedRows<EventEntity, TaxedEvent> events;
    private final ScopedRows<SeriesDateEntity, SeriesDate> dates;

    public HibernateEventRepository(HibernateTransactions transactions, RowStamp stamp) {
        this.transactions = transactions;
        this.stamp = stamp;
        this.events = new ScopedRows<>(transactions, stamp, EventMappings.EVENT);
        this.dates = new ScopedRows<>(transactions, stamp, EventMappings.DATE);
    }

    @Override
    public List<EventRow> rows() {
        return query(ROWS + " ORDER BY e.starts DESC, e.slug", null);
    }

    @Override
    public Optional<EventRow> row(String slug) {
        return query(ROWS + " WHERE e.slug = :slug", slug).stream().findFirst();
    }

    private List<EventRow> query(String sql, @Nullable String slug) {
        var query = transactions.session().createNativeQuery(sql, Object[].class);
        if (slug != null) {
            query.setParameter("slug", slug);
        }
        return query.getResultList().stream().map(HibernateEventRepository::row).toList();
    }

    private static EventRow row(Object[] c) {
        return new EventRow(
                new EventId(NativeColumns.uuid(c[0])),
                (String) c[1],
                (String) c[2],
                EventType.valueOf((String) c[3]),
                EventStatus.valueOf((String) c[4]),
                ZoneId.of((String) c[5]),
                NativeColumns.instant(c[6]),
                NativeColumns.instant(c[7]),
                (String) c[8],
                (String) c[9],
                (Integer) c[10],
                NativeColumns.number(c[11]),
                NativeColumns.number(c[12]));
    }

    @Override
    public Optional<Event> find(EventId id) {
        return taxed(id).map(TaxedEvent::event);
    }

    /** The event with the tax on its prices. */
    public Optional<TaxedEvent> taxed(EventId id) {
        return events.find(id.value());
    }

    @Override
    public Optional<EventId> id(String slug) {
        return transactions
                .session()
                .createNativeQuery("SELECT id FROM event WHERE slug = :slug", UUID.class)
                .setParameter("slug", slug)
                .uniqueResultOptional()
                .map(EventId::new);
    }

    @Override
    public void save(EventId id, Event event) {
        TaxedEvent now = taxed(id).orElseThrow();
        events.replace(id.value(), new TaxedEvent(event, now.tax()));
    }

    /** Replaces the event and its tax where they differ. */
    public MergeCounts merge(EventId id, TaxedEvent event) {
        return events.replaceIfDifferent(id.value(), event);
    }

    /** A new event; its key is also its scope. */
    public EventId insert(TaxedEvent event) {
        UUID id = stamp.ids().next();
        events.insert(id, id, event);
        return new EventId(id);
    }

    @Override
    public void addHistory(EventId id, StatusChange change) {
        StatusChangeEntity row = stamp.on(new StatusChangeEntity(), id.value());
        row.from = change.from().name();
        row.to = change.to().name();
        row.at = change.at();
        row.by = CanonicalRows.text(change.by());
        row.reason = CanonicalRows.orNull(change.reason());
        transactions.session().insert(row);
    }

    @Override
    public List<StatusChange> history(EventId id) {
        return transactions
                .session()
                .createNativeQuery(
                        "SELECT * FROM status_change WHERE scope = :scope ORDER BY at, id",
                        StatusChangeEntity.class)
                .setParameter("scope", id.value())
                .getResultList()
                .stream()
                .map(HibernateEventRepository::change)
                .toList();
    }

    private static StatusChange change(StatusChangeEntity row) {
        return new StatusChange(
                EventStatus.valueOf(row.from),
                EventStatus.valueOf(row.to),
                row.at,
                row.by,
                row.reason);
    }

    @Override
    public List<SeriesDate> dates(EventId id) {
        return dates.values(id.value());
    }

    /** The rows of the event's dates, for merging. */
    public ScopedRows<?, SeriesDate> dateRows() {
        return dates;
    }
}

package org.eventops.persistence.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.DoorCounts;
import org.eventops.domain.door.DoorQueries;
import org.eventops.domain.door.Gate;
import org.eventops.domain.door.ListId;
import org.eventops.domain.door.ListRow;
import org.eventops.domain.door.ScanRow;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketId;
import org.eventops.persistence.hibernate.NativeColumns;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** What the door's screens ask, from H2. */
public final class HibernateDoorQueries implements DoorQueries {
    private static final String SCANS =
            "SELECT {s.*}, {u.*}, l.name AS list_name, t.name AS attendee, t.product AS product"
                    + " FROM scan s JOIN checkin_list l ON l.id = s.list_id"
                    + " LEFT JOIN scan_undo u ON u.scan_id = s.id"
                    + " LEFT JOIN ticket t ON t.id = s.ticket_id WHERE ";

    private static final String FIRST_ENTRIES =
            """
            SELECT MIN(s.at) FROM scan s LEFT JOIN scan_undo u ON u.scan_id = s.id
             WHERE s.scope = :scope AND s.verdict = 'ADMITTED' AND u.id IS NULL
             GROUP BY s.ticket_id
            """;

    private final DoorRows rows;
    private final HibernateCounts counts;

    public HibernateDoorQueries(DoorRows rows, HibernateCounts counts) {
        this.rows = rows;
        this.counts = counts;
    }

    @Override
    public List<ListRow> lists(EventId event) {
        return rows.namedLists(event);
    }

    @Override
    public List<Gate> gates(EventId event) {
        return rows.gates().values(event.value());
    }

    @Override
    public void saveList(EventId event, ListId id, CheckinList list) {
        if (lists(event).stream().anyMatch(row -> row.id().equals(id))) {
            rows.lists().replace(id.value(), list);
        } else {
            rows.lists().insert(id.value(), event.value(), list);
        }
    }

    @Override
    public DoorCounts counts(EventId event, @Nullable String list, Instant asOf) {
        return counts.door(event, Optional.ofNullable(list), asOf);
    }

    @Override
    public List<ScanRow> lastScans(EventId event, String list, int atMost) {
        return lists(event).stream()
                .filter(row -> row.list().name().equals(list))
                .findFirst()
                .map(row -> latest(row.id().value(), atMost))
                .filter(ids -> !ids.isEmpty())
                .map(this::scans)
                .orElse(List.of());
    }

    /** Ordered as the index is, so that it reads these few only, however many there are. */
    private List<UUID> latest(UUID list, int atMost) {
        return rows.session()
                .createNativeQuery(
                        "SELECT id FROM scan WHERE list_id = :list"
                                + " ORDER BY list_id DESC, recorded DESC LIMIT :most",
                        UUID.class)
                .setParameter("list", list)
                .setParameter("most", atMost)
                .getResultList();
    }

    private List<ScanRow> scans(List<UUID> ids) {
        return rows("s.id IN (:ids) ORDER BY s.recorded DESC")
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(HibernateDoorQueries::row)
                .toList();
    }

    @Override
    public List<ScanRow> scansOf(TicketId ticket) {
        return rows("s.ticket_id = :ticket ORDER BY s.recorded")
                .setParameter("ticket", ticket.value())
                .getResultList()
                .stream()
                .map(HibernateDoorQueries::row)
                .toList();
    }

    @Override
    public List<Instant> firstEntries(EventId event) {
        return rows
                .session()
                .createNativeQuery(FIRST_ENTRIES, Object.class)
                .setParameter("scope", event.value())
                .getResultList()
                .stream()
                .map(NativeColumns::instant)
                .toList();
    }

    private NativeQuery<Object[]> rows(String where) {
        return rows.scans(SCANS + where)
                .addScalar("list_name", String.class)
                .addScalar("attendee", String.class)
                .addScalar("product", String.class);
    }

    private static ScanRow row(Object[] c) {
        return new ScanRow(DoorRows.scan(c), (String) c[2], (String) c[3], (String) c[4]);
    }
}

package org.eventops.persistence.door;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.DoorCounts;
import org.eventops.domain.door.Verdict;
import org.eventops.persistence.hibernate.NativeColumns;
import org.jspecify.annotations.Nullable;

/**
 * Counts that a door may ask for after every scan: each tally reads only the scans recorded since
 * it was last asked. Tickets and lists that change make it start anew.
 */
public final class DoorTallies {
    private static final String SCANS =
            """
            SELECT s.recorded, s.ticket_id, t.product, s.verdict, s.gate, s.at
              FROM scan s LEFT JOIN scan_undo u ON u.scan_id = s.id
              LEFT JOIN ticket t ON t.id = s.ticket_id
             WHERE s.OWNER = :id AND s.recorded > :after AND u.id IS NULL ORDER BY s.recorded
            """;
    private static final String UNDONE = "SELECT COUNT(*) FROM scan_undo WHERE scope = :scope";
    private static final String TICKETS =
            """
            SELECT t.product, COUNT(*) FROM ticket t JOIN ticket_order o ON o.id = t.order_id
             WHERE t.scope = :scope AND t.status = 'VALID' AND t.blocked = FALSE
               AND (:date = '' OR t.date_key IS NULL OR t.date_key = :date)
               AND (o.status = 'PAID'
                    OR o.status = 'PENDING' AND (:pending = TRUE OR o.valid_while_pending = TRUE))
             GROUP BY t.product
            """;

    /** One list of an event; all lists where the list is absent. */
    private record Asked(UUID scope, @Nullable UUID list) {}

    /**
     * @param of the list as it was when the tickets on it were counted; absent for all lists
     */
    private record Kept(ListTally tally, int tickets, Optional<CheckinList> of) {}

    private final DoorRows rows;
    private final Map<Asked, Kept> kept = new HashMap<>();

    public DoorTallies(DoorRows rows, LocalChanges changes) {
        this.rows = rows;
        changes.listen(this::changed);
    }

    private synchronized void changed(LocalChange change) {
        if (change.feature() == Feature.TICKETING) {
            kept.keySet().removeIf(asked -> change.scopes().contains(asked.scope()));
        }
    }

    synchronized DoorCounts counts(UUID scope, @Nullable String list, Instant asOf) {
        Optional<ListEntity> row =
                rows.listRows(scope).stream().filter(l -> l.name.equals(list)).findFirst();
        if (list != null && row.isEmpty()) {
            return new ListTally().counts(0, asOf);
        }
        Asked asked = new Asked(scope, row.map(l -> l.id).orElse(null));
        int undone =
                NativeColumns.number(
                        rows.session()
                                .createNativeQuery(UNDONE, Object.class)
                                .setParameter("scope", scope)
                                .getSingleResult());
        Optional<Kept> known = Optional.ofNullable(kept.get(asked));
        ListTally tally =
                known.map(Kept::tally)
                        .filter(each -> each.undone == undone)
                        .orElseGet(ListTally::new);
        tally.undone = undone;
        add(asked, tally);
        Optional<CheckinList> of = row.map(DoorMappings::list);
        int tickets =
                known.filter(each -> each.of().equals(of))
                        .map(Kept::tickets)
                        .orElseGet(() -> tickets(scope, row));
        Kept now = new Kept(tally, tickets, of);
        kept.put(asked, now);
        return tally.counts(now.tickets(), asOf);
    }

    private void add(Asked asked, ListTally tally) {
        UUID list = asked.list();
        String sql = SCANS.replace("OWNER", list == null ? "scope" : "list_id");
        try (Stream<Object[]> found =
                rows.session()
                        .createNativeQuery(sql, Object[].class)
                        .setParameter("id", list == null ? asked.scope() : list)
                        .setParameter("after", tally.recorded)
                        .getResultStream()) {
            found.forEach(c -> add(tally, c));
        }
    }

    private static void add(ListTally tally, Object[] c) {
        tally.add(
                ((Number) c[0]).longValue(),
                NativeColumns.uuidOrNull(c[1]),
                (String) c[2],
                Verdict.valueOf((String) c[3]),
                (String) c[4],
                NativeColumns.instant(c[5]));
    }

    private int tickets(UUID scope, Optional<ListEntity> list) {
        List<Object[]> byProduct =
                rows.session()
                        .createNativeQuery(TICKETS, Object[].class)
                        .setParameter("scope", scope)
                        .setParameter("date", list.map(l -> l.date).orElse(""))
                        .setParameter("pending", list.map(l -> l.includePending).orElse(false))
                        .getResultList();
        return byProduct.stream()
                .filter(c -> list.isEmpty() || on(list.get(), (String) c[0]))
                .mapToInt(c -> NativeColumns.number(c[1]))
                .sum();
    }

    private static boolean on(ListEntity list, String product) {
        return DoorMappings.list(list).products().contains(product);
    }
}

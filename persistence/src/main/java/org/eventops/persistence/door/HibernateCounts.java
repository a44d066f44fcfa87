package org.eventops.persistence.door;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eventops.domain.door.DoorCounts;
import org.eventops.domain.door.ListRow;
import org.eventops.domain.door.count.CountQueries;
import org.eventops.domain.door.count.CountSheet;
import org.eventops.domain.door.count.LiveCounts;
import org.eventops.domain.event.EventId;

/** The live counts, from the tallies, with the names that the event has now. */
public final class HibernateCounts implements CountQueries {
    private static final String ZONE = "SELECT zone FROM event WHERE id = :scope";
    private static final String PRODUCTS =
            "SELECT name_key, name FROM product WHERE scope = :scope";
    private static final String GATES = "SELECT name_key, name FROM gate WHERE scope = :scope";

    private final DoorRows rows;
    private final DoorTallies tallies;

    public HibernateCounts(DoorRows rows, DoorTallies tallies) {
        this.rows = rows;
        this.tallies = tallies;
    }

    @Override
    public Optional<LiveCounts> counts(EventId event, Optional<String> list, Instant asOf) {
        Optional<CountSheet> sheet = sheet(event);
        Optional<ListRow> only = only(sheet, list);
        if (sheet.isEmpty() || (list.isPresent() && only.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                tallies.ask(event.value(), tally -> sheet.get().counts(tally, only, asOf)));
    }

    /** The counts of the door itself; nothing at all for a list that is not there. */
    DoorCounts door(EventId event, Optional<String> list, Instant asOf) {
        Optional<CountSheet> sheet = sheet(event);
        Optional<ListRow> only = only(sheet, list);
        if (sheet.isEmpty() || (list.isPresent() && only.isEmpty())) {
            return none(asOf);
        }
        return tallies.ask(event.value(), tally -> sheet.get().door(tally, only, asOf));
    }

    private static DoorCounts none(Instant asOf) {
        return new DoorCounts(0, 0, 0, Map.of(), Map.of(), Map.of(), new TreeMap<>(), asOf);
    }

    private static Optional<ListRow> only(Optional<CountSheet> sheet, Optional<String> list) {
        return sheet.stream()
                .flatMap(each -> each.lists().stream())
                .filter(row -> list.filter(row.list().name()::equals).isPresent())
                .findFirst();
    }

    private Optional<CountSheet> sheet(EventId event) {
        return rows
                .session()
                .createNativeQuery(ZONE, String.class)
                .setParameter("scope", event.value())
                .getResultList()
                .stream()
                .findFirst()
                .map(
                        zone ->
                                new CountSheet(
                                        ZoneId.of(zone),
                                        names(PRODUCTS, event.value()),
                                        names(GATES, event.value()),
                                        rows.namedLists(event)));
    }

    private Map<String, String> names(String sql, UUID scope) {
        List<Object[]> found =
                rows.session()
                        .createNativeQuery(sql, Object[].class)
                        .setParameter("scope", scope)
                        .getResultList();
        Map<String, String> names = new HashMap<>();
        found.forEach(c -> names.put((String) c[0], (String) c[1]));
        return names;
    }
}

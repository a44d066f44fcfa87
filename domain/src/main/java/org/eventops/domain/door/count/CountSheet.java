package org.eventops.domain.door.count;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.DoorCounts;
import org.eventops.domain.door.ListRow;

/**
 * Draws up the counts from a tally.
 *
 * @param products names by key
 * @param gates names by key
 * @param lists all lists of the event, by name
 */
public record CountSheet(
        ZoneId zone, Map<String, String> products, Map<String, String> gates, List<ListRow> lists) {
    private static final int SECONDS = 60;
    private static final int MINUTES = 10;
    private static final int HOUR = 60;

    /** Numbers of tickets while they are counted. */
    private static final class Sums {
        private int expected;
        private int entered;
        private int inside;
        private int came;

        void add(BitSet tickets, boolean awaited, ListTally tally) {
            int here = tally.entered(tickets);
            entered += here;
            inside += tally.inside(tickets);
            expected += awaited ? tickets.cardinality() : 0;
            came += awaited ? here : 0;
        }

        Attendance attendance() {
            return new Attendance(expected, entered, inside, expected - came);
        }
    }

    /**
     * @param only the one list to count, of those of this sheet; absent for all
     */
    public LiveCounts counts(EventTally tally, Optional<ListRow> only, Instant asOf) {
        ListTally own = tally.tally(only.map(row -> row.id().value()));
        Collection<ListRow> counted = only.map(List::of).orElse(lists);
        Map<String, Sums> byProduct = sums(tally.book(), own, onAny(counted));
        return new LiveCounts(
                only.map(row -> row.list().name()),
                zone,
                asOf,
                total(byProduct),
                products(byProduct),
                counted.stream().map(row -> line(tally, row)).toList(),
                gates(own),
                tenMinutes(own.minutes()),
                entries(own.minutes(), asOf, MINUTES),
                new EnumMap<>(own.refused()));
    }

    /** What the door itself shows; the same figures. */
    public DoorCounts door(EventTally tally, Optional<ListRow> only, Instant asOf) {
        LiveCounts counts = counts(tally, only, asOf);
        Map<String, Integer> entered = new TreeMap<>();
        counts.products().stream()
                .filter(line -> line.attendance().entered() > 0)
                .forEach(line -> entered.put(line.key(), line.attendance().entered()));
        Map<String, Integer> entries = new TreeMap<>();
        counts.gates().stream()
                .filter(line -> line.entries() > 0)
                .forEach(line -> entries.put(line.key(), line.entries()));
        return new DoorCounts(
                counts.attendance().expected(),
                counts.attendance().entered(),
                counts.attendance().inside(),
                entered,
                entries,
                counts.refused(),
                lastHour(tally.tally(only.map(row -> row.id().value())).minutes(), asOf),
                asOf);
    }

    private static Predicate<TicketGroup> onAny(Collection<ListRow> counted) {
        List<CheckinList> all = counted.stream().map(ListRow::list).toList();
        return group -> all.stream().anyMatch(group::expectedOn);
    }

    private static Map<String, Sums> sums(
            TicketBook book, ListTally tally, Predicate<TicketGroup> expected) {
        Map<String, Sums> byProduct = new TreeMap<>();
        List<TicketGroup> groups = book.groups();
        for (int i = 0; i < groups.size(); i++) {
            TicketGroup group = groups.get(i);
            byProduct
                    .computeIfAbsent(group.product(), unused -> new Sums())
                    .add(book.members(i), expected.test(group), tally);
        }
        return byProduct;
    }

    private static Attendance total(Map<String, Sums> all) {
        Sums total = new Sums();
        for (Sums each : all.values()) {
            total.expected += each.expected;
            total.entered += each.entered;
            total.inside += each.inside;
            total.came += each.came;
        }
        return total.attendance();
    }

    private List<CountLine> products(Map<String, Sums> byProduct) {
        products.keySet().forEach(key -> byProduct.computeIfAbsent(key, unused -> new Sums()));
        return byProduct.entrySet().stream()
                .map(
                        each ->
                                new CountLine(
                                        each.getKey(),
                                        products.getOrDefault(each.getKey(), each.getKey()),
                                        each.getValue().attendance()))
                .filter(line -> !line.attendance().equals(Attendance.NONE))
                .sorted(Comparator.comparing(CountLine::name))
                .toList();
    }

    private CountLine line(EventTally tally, ListRow row) {
        ListTally own = tally.tally(Optional.of(row.id().value()));
        Map<String, Sums> byProduct =
                sums(tally.book(), own, group -> group.expectedOn(row.list()));
        return new CountLine(row.list().name(), row.list().name(), total(byProduct));
    }

    private List<GateLine> gates(ListTally tally) {
        return tally.gates().entrySet().stream()
                .map(
                        each ->
                                new GateLine(
                                        each.getKey(),
                                        gates.getOrDefault(each.getKey(), each.getKey()),
                                        each.getValue()[0],
                                        each.getValue()[1],
                                        each.getValue()[2]))
                .sorted(Comparator.comparing(GateLine::name))
                .toList();
    }

    /** Minutes since 1970 to ten minutes of the event's own clock. */
    private List<TenMinutes> tenMinutes(NavigableMap<Long, int[]> minutes) {
        TreeMap<Instant, int[]> byStart = new TreeMap<>();
        minutes.forEach(
                (minute, count) -> {
                    int[] sum = byStart.computeIfAbsent(start(minute), unused -> new int[2]);
                    sum[0] += count[0];
                    sum[1] += count[1];
                });
        List<TenMinutes> all = new ArrayList<>();
        byStart.forEach((start, sum) -> all.add(new TenMinutes(start, sum[0], sum[1])));
        return all;
    }

    private Instant start(long minute) {
        Instant at = Instant.ofEpochSecond(minute * SECONDS);
        int past = at.atZone(zone).getMinute() % MINUTES;
        return at.minus(past, ChronoUnit.MINUTES);
    }

    private static int entries(NavigableMap<Long, int[]> minutes, Instant asOf, int last) {
        long now = Math.floorDiv(asOf.getEpochSecond(), SECONDS);
        return minutes.subMap(now - last + 1, true, now, true).values().stream()
                .mapToInt(count -> count[0])
                .sum();
    }

    private static Map<Instant, Integer> lastHour(NavigableMap<Long, int[]> minutes, Instant asOf) {
        long now = Math.floorDiv(asOf.getEpochSecond(), SECONDS);
        Map<Instant, Integer> entries = new TreeMap<>();
        minutes.subMap(now - HOUR + 1, true, now, true)
                .forEach(
                        (minute, count) -> {
                            if (count[0] > 0) {
                                entries.put(Instant.ofEpochSecond(minute * SECONDS), count[0]);
                            }
                        });
        return entries;
    }
}

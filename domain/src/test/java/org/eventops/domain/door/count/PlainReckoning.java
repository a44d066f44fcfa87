package org.eventops.domain.door.count;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.eventops.domain.door.ListRow;
import org.eventops.domain.door.Verdict;

/** The same figures, reckoned from all scans one after the other, as one would on paper. */
record PlainReckoning(
        Map<UUID, TicketGroup> tickets, List<CountedScan> scans, List<ListRow> counted) {

    /** Tickets that were scanned and are in no book are counted, too. */
    Attendance attendance(Predicate<String> product) {
        Set<UUID> all = new HashSet<>(tickets.keySet());
        scans.stream().map(CountedScan::ticket).filter(Objects::nonNull).forEach(all::add);
        int expected = 0;
        int entered = 0;
        int inside = 0;
        int toCome = 0;
        for (UUID ticket : all) {
            TicketGroup group = tickets.getOrDefault(ticket, TicketGroup.GONE);
            if (!product.test(group.product())) {
                continue;
            }
            boolean expects = counted.stream().map(ListRow::list).anyMatch(group::expectedOn);
            List<Verdict> own =
                    scans.stream()
                            .filter(scan -> ticket.equals(scan.ticket()))
                            .map(CountedScan::verdict)
                            .filter(Verdict::counts)
                            .toList();
            boolean came = own.contains(Verdict.ADMITTED);
            expected += expects ? 1 : 0;
            entered += came ? 1 : 0;
            inside += !own.isEmpty() && own.getLast() == Verdict.ADMITTED ? 1 : 0;
            toCome += expects && !came ? 1 : 0;
        }
        return new Attendance(expected, entered, inside, toCome);
    }

    int gate(String gate, Predicate<Verdict> of) {
        return (int)
                scans.stream()
                        .filter(scan -> gate.equals(Objects.requireNonNullElse(scan.gate(), "")))
                        .filter(scan -> of.test(scan.verdict()))
                        .count();
    }

    Map<Verdict, Integer> refused() {
        Map<Verdict, Integer> refused = new TreeMap<>();
        scans.stream()
                .map(CountedScan::verdict)
                .filter(verdict -> !verdict.counts())
                .forEach(verdict -> refused.merge(verdict, 1, Integer::sum));
        return refused;
    }

    /** Entries that began on these ten minutes of the clock of the zone. */
    Map<Instant, Integer> entries(ZoneId zone) {
        Map<Instant, Integer> entries = new TreeMap<>();
        for (CountedScan scan : scans) {
            if (scan.verdict() == Verdict.ADMITTED) {
                var local = scan.at().atZone(zone);
                Instant start =
                        local.withMinute(local.getMinute() / 10 * 10)
                                .withSecond(0)
                                .withNano(0)
                                .toInstant();
                entries.merge(start, 1, Integer::sum);
            }
        }
        return entries;
    }
}

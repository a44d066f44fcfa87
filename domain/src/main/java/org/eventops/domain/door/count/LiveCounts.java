package org.eventops.domain.door.count;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.door.Verdict;

/**
 * What has happened at the doors of an event, or at one of its lists. Scans that were taken back do
 * not count.
 *
 * @param list the only list that is counted; absent when all are
 * @param zone the event's, in which the ten minutes are cut
 * @param products every product that is on sale or was scanned, by name
 * @param lists the lists that are counted, by name
 * @param gates every gate that scanned, by name
 * @param tenMinutes those in which somebody came or went, in order
 * @param lastTenMinutes entries in the minute of {@code asOf} and the nine before it
 * @param refused refused scans by verdict
 */
public record LiveCounts(
        Optional<String> list,
        ZoneId zone,
        Instant asOf,
        Attendance attendance,
        List<CountLine> products,
        List<CountLine> lists,
        List<GateLine> gates,
        List<TenMinutes> tenMinutes,
        int lastTenMinutes,
        Map<Verdict, Integer> refused) {
    private static final double MINUTES = 10;

    public LiveCounts {
        products = List.copyOf(products);
        lists = List.copyOf(lists);
        gates = List.copyOf(gates);
        tenMinutes = List.copyOf(tenMinutes);
        refused = Map.copyOf(refused);
    }

    /** Entries a minute, over the last ten minutes. */
    public double perMinute() {
        return lastTenMinutes / MINUTES;
    }

    /** All refused scans. */
    public int refusals() {
        return refused.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether nothing was ever scanned here. */
    public boolean untouched() {
        return gates.isEmpty();
    }
}

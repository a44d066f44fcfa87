package org.eventops.domain.door.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eventops.domain.door.rehearsal.Rehearsal.Visit;

/**
 * How long those wait who come in one stretch of the evening.
 *
 * @param from the beginning of the stretch, after the first moment
 * @param people who came in it, at least one
 * @param half of them wait no longer
 * @param most 95 % of them wait no longer
 */
public record WaitsByArrival(Duration from, int people, Duration half, Duration most) {
    /**
     * In the order of time; stretches in which nobody came are left out.
     *
     * @param stretch longer than zero
     */
    public static List<WaitsByArrival> of(List<Visit> visits, Duration stretch) {
        TreeMap<Long, List<Duration>> waits =
                visits.stream()
                        .collect(
                                Collectors.groupingBy(
                                        visit -> visit.came().dividedBy(stretch),
                                        TreeMap::new,
                                        Collectors.mapping(Visit::waited, Collectors.toList())));
        return waits.entrySet().stream()
                .map(
                        each ->
                                new WaitsByArrival(
                                        stretch.multipliedBy(each.getKey()),
                                        each.getValue().size(),
                                        Percentile.of(each.getValue(), 50),
                                        Percentile.of(each.getValue(), 95)))
                .toList();
    }
}

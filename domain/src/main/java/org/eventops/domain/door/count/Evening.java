package org.eventops.domain.door.count;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ten minutes of an evening one after the other, also those in which nobody came. */
public final class Evening {
    private static final Duration TEN = Duration.ofMinutes(10);

    private Evening() {}

    /**
     * The last ten minutes with a scan, and those before it back to the first one.
     *
     * @param atMost how many are wanted, the latest ones
     * @return oldest first; empty where nothing was scanned. A scan from a clock that is ahead is
     *     left out, unless there are no others
     */
    public static List<TenMinutes> of(LiveCounts counts, int atMost) {
        List<TenMinutes> known = counts.tenMinutes();
        if (known.isEmpty()) {
            return List.of();
        }
        Map<Instant, TenMinutes> byStart = new HashMap<>();
        known.forEach(each -> byStart.put(each.start(), each));
        Instant last =
                known.reversed().stream()
                        .map(TenMinutes::start)
                        .filter(start -> !start.isAfter(counts.asOf()))
                        .findFirst()
                        .orElse(known.getLast().start());
        Instant first = known.getFirst().start();
        List<TenMinutes> evening = new ArrayList<>();
        for (Instant at = last; !at.isBefore(first) && evening.size() < atMost; ) {
            evening.addFirst(byStart.getOrDefault(at, new TenMinutes(at, 0, 0)));
            at = at.minus(TEN);
        }
        return evening;
    }
}

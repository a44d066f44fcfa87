package org.eventops.domain.door.rehearsal;

import java.time.Duration;
import java.util.List;

/** The value that so many per cent do not exceed. */
final class Percentile {
    private Percentile() {}

    static Duration of(List<Duration> values, int percent) {
        if (values.isEmpty()) {
            return Duration.ZERO;
        }
        List<Duration> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}

package org.eventops.domain.door.rehearsal;

import java.time.Duration;
import java.util.List;

/**
 * Who comes, and when.
 *
 * @param people at least one
 * @param over from doors open to the last one
 */
public record Crowd(ArrivalCurve curve, int people, Duration over) {
    /** Offsets from doors open, in order. */
    public List<Duration> arrivals(long seed) {
        return curve.arrivals(people, over, seed);
    }
}

package org.eventops.domain.door.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When people come to the doors. */
public interface ArrivalCurve {
    /**
     * @param people how many come
     * @param over the time from the first moment to the last, not negative
     * @param seed the same seed gives the same arrivals
     * @return how long after the first moment each of them comes: in order, none after the last
     */
    List<Duration> arrivals(int people, Duration over, long seed);

    /** How long it took, for one that was seen; empty for one that is a shape only. */
    Optional<Duration> span();
}

package org.eventops.domain.door.rehearsal;

import java.time.Duration;

/**
 * How the doors are manned, and what is asked of them.
 *
 * @param lanes at least one
 * @param target 95 % should wait no longer
 */
public record Staffing(int lanes, Handling handling, Duration target) {
    public static final Duration USUAL_HANDLING = Duration.ofSeconds(5);
    public static final Duration USUAL_TARGET = Duration.ofMinutes(5);

    public Staffing {
        if (lanes < 1 || target.isNegative()) {
            throw new IllegalArgumentException(lanes + " lanes, " + target);
        }
    }
}

package org.eventops.domain.failure;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to leave alone what has failed: twice as long each time, up to a limit. Half of a wait
 * is certain and half is by lot, so that what all lost at once is not asked by all at once, and
 * never at once again.
 *
 * @param first the longest wait after the first failure
 * @param longest of all waits
 */
public record Backoff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 30;

    public Backoff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0) {
            throw new IllegalArgumentException(first + " to " + longest);
        }
    }

    /**
     * @param failures in a row before this one
     */
    public Duration after(int failures, RandomGenerator chance) {
        long half = most(failures).toNanos() / 2;
        return Duration.ofNanos(half + chance.nextLong(half + 1));
    }

    private Duration most(int failures) {
        Duration doubled = first.multipliedBy(1L << Math.clamp(failures, 0, MOST_DOUBLINGS));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }
}

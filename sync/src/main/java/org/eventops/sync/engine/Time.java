package org.eventops.sync.engine;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What the engine knows of time and chance.
 *
 * @param clock for what is written down and shown
 * @param nanos for waiting: goes on evenly, whatever becomes of the clock
 * @param random for waits that must not be the same everywhere
 */
public record Time(Clock clock, LongSupplier nanos, RandomGenerator random) {
    public static Time system() {
        return new Time(Clock.systemUTC(), System::nanoTime, new Random());
    }

    Instant now() {
        return clock.instant();
    }

    long in(Duration wait) {
        return nanos.getAsLong() + wait.toNanos();
    }

    /** How long until then; zero when it is past. */
    Duration until(long then) {
        return Duration.ofNanos(Math.max(0, then - nanos.getAsLong()));
    }
}

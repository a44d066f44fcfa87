package org.eventops.domain.change;

import java.time.Clock;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * UUID version 7 of RFC 9562, with a 12-bit counter after the millisecond. A clock that is set back
 * never makes a smaller key: the last millisecond is kept until the clock has caught up.
 */
public final class TimeOrderedIds implements IdSource {
    private static final int COUNTER_BITS = 12;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final Clock clock;
    private final RandomGenerator random;
    private long lastTick;

    public TimeOrderedIds(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public synchronized UUID next() {
        lastTick = Math.max(clock.millis() << COUNTER_BITS, lastTick + 1);
        long millis = lastTick >>> COUNTER_BITS;
        long counter = lastTick & ((1L << COUNTER_BITS) - 1);
        long high = millis << 16 | VERSION | counter;
        long low = VARIANT | (random.nextLong() >>> 2);
        return new UUID(high, low);
    }
}

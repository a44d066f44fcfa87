package org.eventops.domain.change;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Work that nobody waits for leaves the machine to what somebody does: whenever it tells how far it
 * is, or asks whether to go on, it rests three times as long as it worked.
 */
public final class Unhurried implements Progress {
    /** Shorter than what a person at a door could feel. */
    static final long BURST = TimeUnit.MILLISECONDS.toNanos(2);

    static final long LONGEST_REST = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int RESTS = 3;

    private final Progress told;
    private final LongSupplier nanos;
    private final LongConsumer rest;
    private long begun;

    /**
     * @param told of all that the work tells
     */
    public Unhurried(Progress told) {
        this(told, System::nanoTime, LockSupport::parkNanos);
    }

    Unhurried(Progress told, LongSupplier nanos, LongConsumer rest) {
        this.told = told;
        this.nanos = nanos;
        this.rest = rest;
        this.begun = nanos.getAsLong();
    }

    @Override
    public void at(long done, long total) {
        told.at(done, total);
        rest();
    }

    @Override
    public boolean cancelled() {
        rest();
        return told.cancelled();
    }

    private void rest() {
        long worked = nanos.getAsLong() - begun;
        if (worked >= BURST) {
            rest.accept(Math.min(LONGEST_REST, worked * RESTS));
            begun = nanos.getAsLong();
        }
    }
}

package org.eventops.domain.failure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * Keeps from asking what has just failed again and again: after some failures in a stretch of time
 * it is not asked for a while, then by one, and by all again when that one had an answer. Any
 * thread.
 */
public final class CircuitBreaker {
    private final int failures;
    private final long within;
    private final long pause;
    private final LongSupplier nanos;
    private final Deque<Long> failed = new ArrayDeque<>();
    private State state = State.CLOSED;
    private long since;

    /** Whether it is asked. */
    public enum State {
        /** As ever. */
        CLOSED,
        /** Nobody asks. */
        OPEN,
        /** One asks, and the others wait for how it ends. */
        HALF_OPEN
    }

    /**
     * @param failures as many are too many
     * @param within this stretch of time
     * @param pause how long nobody asks then
     * @param nanos goes on evenly, whatever becomes of the clock
     */
    public CircuitBreaker(int failures, Duration within, Duration pause, LongSupplier nanos) {
        this.failures = failures;
        this.within = within.toNanos();
        this.pause = pause.toNanos();
        this.nanos = nanos;
    }

    public synchronized State state() {
        return state;
    }

    /**
     * Whether to ask now. Whoever is told to does ask, and says how it ended; one who never says is
     * waited for no longer than the pause.
     */
    public synchronized boolean mayAsk() {
        long now = nanos.getAsLong();
        if (state == State.CLOSED) {
            return true;
        }
        if (now - since < pause) {
            return false;
        }
        state = State.HALF_OPEN;
        since = now;
        return true;
    }

    /** It had an answer. */
    public synchronized void answered() {
        if (state != State.OPEN) {
            state = State.CLOSED;
            failed.clear();
        }
    }

    /** It had none. */
    public synchronized void failed() {
        long now = nanos.getAsLong();
        failed.addLast(now);
        while (failed.size() > failures || now - failed.getFirst() > within) {
            failed.removeFirst();
        }
        if (state == State.HALF_OPEN || failed.size() == failures) {
            state = State.OPEN;
            since = now;
            failed.clear();
        }
    }
}

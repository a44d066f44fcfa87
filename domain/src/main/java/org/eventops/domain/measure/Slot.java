package org.eventops.domain.measure;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.eventops.domain.failure.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * Half a minute of one operation. Durations are counted in boxes, eight for each doubling, from a
 * microsecond to half an hour.
 */
final class Slot {
    static final int BOXES = 240;
    private static final int EIGHTHS = 3;
    private static final long MICRO = 1000;
    private static final long LARGEST = (1L << 31) - 1;

    private final long number;
    private final AtomicIntegerArray boxes = new AtomicIntegerArray(BOXES);
    private final Map<FailureKind, AtomicInteger> failed;
    private final AtomicLong slow = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();

    Slot(long number) {
        this.number = number;
        Map<FailureKind, AtomicInteger> none = new EnumMap<>(FailureKind.class);
        for (FailureKind kind : FailureKind.values()) {
            none.put(kind, new AtomicInteger());
        }
        this.failed = Map.copyOf(none);
    }

    long number() {
        return number;
    }

    void add(long nanos, @Nullable FailureKind failure) {
        boxes.incrementAndGet(box(nanos));
        if (failure != null) {
            of(failure).incrementAndGet();
        }
        if (nanos > Meter.SLOW.toNanos()) {
            slow.incrementAndGet();
        }
        if (nanos > longest.get()) {
            longest.accumulateAndGet(nanos, Math::max);
        }
    }

    int box(int index) {
        return boxes.get(index);
    }

    int failed(FailureKind kind) {
        return of(kind).get();
    }

    private AtomicInteger of(FailureKind kind) {
        return Objects.requireNonNull(failed.get(kind));
    }

    long slow() {
        return slow.get();
    }

    long longest() {
        return longest.get();
    }

    static int box(long nanos) {
        long micros = Math.min(Math.max(0, nanos) / MICRO, LARGEST);
        if (micros < 1 << EIGHTHS) {
            return (int) micros;
        }
        int doubling = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros) - EIGHTHS;
        return (doubling << EIGHTHS) + (int) (micros >> doubling);
    }

    /** Longer than whatever is in this box, by at most an eighth. */
    static long endOf(int box) {
        if (box < 2 << EIGHTHS) {
            return (box + 1) * MICRO;
        }
        int doubling = (box >> EIGHTHS) - 1;
        long begin = (long) (box - (doubling << EIGHTHS)) << doubling;
        return (begin + (1L << doubling)) * MICRO;
    }
}

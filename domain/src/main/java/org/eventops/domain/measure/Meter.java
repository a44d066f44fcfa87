package org.eventops.domain.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * Counts what the program does, over the last hour, in memory that does not grow. Any thread;
 * nobody waits for anybody.
 */
public final class Meter {
    /** What takes longer than this is too slow for whoever waits for it. */
    public static final Duration SLOW = Duration.ofSeconds(2);

    private static final int KEPT = Window.HOUR.slots() + 1;
    private static final double HALF = 0.5;
    private static final double MOST = 0.95;

    private final LongSupplier nanos;
    private final long start;
    private final Map<Operation, AtomicReferenceArray<@Nullable Slot>> kept =
            new EnumMap<>(Operation.class);

    /**
     * @param nanos goes on evenly, whatever becomes of the clock
     */
    public Meter(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        for (Operation each : Operation.values()) {
            kept.put(each, new AtomicReferenceArray<>(KEPT));
        }
    }

    /** The moment to give when it has ended. */
    public long begin() {
        return nanos.getAsLong();
    }

    public void done(Operation operation, long begun) {
        add(operation, begun, null);
    }

    public void failed(Operation operation, long begun, FailureKind kind) {
        add(operation, begun, kind);
    }

    /** Does the work and counts it by how it ended. What is called off is not counted. */
    public <T> T time(Operation operation, Supplier<T> work) {
        long begun = begin();
        try {
            T result = work.get();
            done(operation, begun);
            return result;
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            failed(operation, begun, Failure.of(e).kind());
            throw e;
        }
    }

    private void add(Operation operation, long begun, @Nullable FailureKind kind) {
        long now = nanos.getAsLong();
        slot(operation, number(now)).add(now - begun, kind);
    }

    private long number(long now) {
        return (now - start) / Window.SLOT.toNanos();
    }

    private AtomicReferenceArray<@Nullable Slot> ring(Operation operation) {
        return Objects.requireNonNull(kept.get(operation));
    }

    /** A slot is never emptied: another one takes its place, so that no count is lost halfway. */
    private Slot slot(Operation operation, long number) {
        AtomicReferenceArray<@Nullable Slot> ring = ring(operation);
        int place = (int) (number % KEPT);
        while (true) {
            Slot there = ring.get(place);
            if (there != null && there.number() >= number) {
                return there;
            }
            Slot fresh = new Slot(number);
            if (ring.compareAndSet(place, there, fresh)) {
                return fresh;
            }
        }
    }

    /** What it did lately. */
    public Figures figures(Operation operation, Window window) {
        long last = number(nanos.getAsLong());
        List<Slot> slots = new ArrayList<>();
        AtomicReferenceArray<@Nullable Slot> ring = ring(operation);
        for (int i = 0; i < KEPT; i++) {
            Slot each = ring.get(i);
            if (each != null && each.number() > last - window.slots() && each.number() <= last) {
                slots.add(each);
            }
        }
        return figures(operation, slots);
    }

    private static Figures figures(Operation operation, List<Slot> slots) {
        long[] boxes = new long[Slot.BOXES];
        long calls = 0;
        for (Slot slot : slots) {
            for (int i = 0; i < boxes.length; i++) {
                boxes[i] += slot.box(i);
                calls += slot.box(i);
            }
        }
        long longest = slots.stream().mapToLong(Slot::longest).max().orElse(0);
        return new Figures(
                operation,
                calls,
                failed(slots),
                slots.stream().mapToLong(Slot::slow).sum(),
                within(boxes, calls, HALF, longest),
                within(boxes, calls, MOST, longest),
                Duration.ofNanos(longest));
    }

    private static Map<FailureKind, Long> failed(List<Slot> slots) {
        Map<FailureKind, Long> failed = new EnumMap<>(FailureKind.class);
        for (FailureKind kind : FailureKind.values()) {
            long some = slots.stream().mapToLong(slot -> slot.failed(kind)).sum();
            if (some > 0) {
                failed.put(kind, some);
            }
        }
        return failed;
    }

    /** What this share of the calls took no longer than. */
    private static Duration within(long[] boxes, long calls, double share, long longest) {
        long wanted = (long) Math.ceil(calls * share);
        long seen = 0;
        for (int i = 0; i < boxes.length && wanted > 0; i++) {
            seen += boxes[i];
            if (seen >= wanted) {
                return Duration.ofNanos(Math.min(longest, Slot.endOf(i)));
            }
        }
        return Duration.ZERO;
    }
}

package org.eventops.domain.door.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * Arrivals as they were once. More or fewer people are drawn from the same curve: between two of
 * those who came, as evenly as they came.
 *
 * @param offsets how long after the first moment each came, in order, at least one
 * @param length the whole time; no offset is after it
 */
public record RecordedCurve(List<Duration> offsets, Duration length) implements ArrivalCurve {
    /** Whoever comes after so long with nobody belongs to another day, or was a test. */
    public static final Duration ANOTHER_DAY = Duration.ofHours(4);

    public RecordedCurve {
        offsets = List.copyOf(offsets);
        if (offsets.isEmpty() || offsets.getLast().compareTo(length) > 0) {
            throw new IllegalArgumentException(offsets.size() + " offsets in " + length);
        }
    }

    /**
     * The busiest evening among these entries. An entry is when somebody was let in, which is later
     * than they came where there was a queue: the curve is no steeper than that door could take.
     *
     * @param admission when doors opened; the first entry where it is absent or belongs to another
     *     evening
     * @return empty where nobody entered
     */
    public static Optional<RecordedCurve> ofEntries(
            List<Instant> entries, @Nullable Instant admission) {
        return evenings(entries.stream().sorted().toList()).stream()
                .max(Comparator.comparingInt(List::size))
                .map(evening -> since(evening, admission));
    }

    private static List<List<Instant>> evenings(List<Instant> sorted) {
        List<List<Instant>> all = new ArrayList<>();
        Instant before = Instant.MIN;
        for (Instant each : sorted) {
            if (all.isEmpty() || before.plus(ANOTHER_DAY).isBefore(each)) {
                all.add(new ArrayList<>());
            }
            all.getLast().add(each);
            before = each;
        }
        return all;
    }

    private static RecordedCurve since(List<Instant> evening, @Nullable Instant admission) {
        Instant from = doors(evening.getFirst(), admission);
        List<Duration> offsets =
                evening.stream().map(each -> Duration.between(from, each)).toList();
        return new RecordedCurve(offsets, offsets.getLast());
    }

    private static Instant doors(Instant first, @Nullable Instant admission) {
        if (admission == null
                || admission.isAfter(first)
                || admission.plus(ANOTHER_DAY).isBefore(first)) {
            return first;
        }
        return admission;
    }

    @Override
    public List<Duration> arrivals(int people, Duration over, long seed) {
        Random random = new Random(seed);
        double stretch = length.isZero() ? 0 : (double) over.toMillis() / length.toMillis();
        long last = over.toMillis();
        return DoubleStream.generate(() -> at(random.nextDouble()))
                .limit(people)
                .sorted()
                .mapToObj(at -> Duration.ofMillis(Math.min(last, Math.round(at * stretch))))
                .toList();
    }

    /** Milliseconds after which this share of them had come. */
    private double at(double share) {
        double place = share * (offsets.size() - 1);
        int before = (int) place;
        double from = offsets.get(before).toMillis();
        double to = offsets.get(Math.min(before + 1, offsets.size() - 1)).toMillis();
        return from + (place - before) * (to - from);
    }

    @Override
    public Optional<Duration> span() {
        return Optional.of(length);
    }
}

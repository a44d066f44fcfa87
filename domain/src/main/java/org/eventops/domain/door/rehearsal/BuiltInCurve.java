package org.eventops.domain.door.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** Shapes of arrival that evenings are like, each a density over the time from 0 to 1. */
public enum BuiltInCurve implements ArrivalCurve {
    /** Few at first, most in the middle of the second half, stragglers to the end. */
    LATE_RUSH(0.186),
    /** As many at any time as at any other. */
    STEADY(1),
    /** Those who want the first rows, then those who come for the main act. */
    TWO_WAVES(1.16),
    /** Most stand outside when doors open; the others come ever fewer. */
    AT_DOORS(1.05),
    /** An invitation names an hour: nearly all come around the middle. */
    BURST(1.03);

    private final double top;

    BuiltInCurve(double top) {
        this.top = top;
    }

    private double density(double x) {
        return switch (this) {
            case LATE_RUSH -> Math.pow(x, 1.5) * (1 - x);
            case STEADY -> 1;
            case TWO_WAVES -> 0.15 + 0.8 * bell(x, 0.2, 0.08) + bell(x, 0.75, 0.1);
            case AT_DOORS -> Math.exp(-8 * x) + 0.05;
            case BURST -> 0.03 + bell(x, 0.5, 0.1);
        };
    }

    private static double bell(double x, double middle, double width) {
        double far = (x - middle) / width;
        return Math.exp(-far * far / 2);
    }

    /** As scripts name it: {@code late-rush}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<BuiltInCurve> of(String word) {
        return Stream.of(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    @Override
    public List<Duration> arrivals(int people, Duration over, long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> place(random))
                .limit(people)
                .sorted()
                .map(place -> Duration.ofMillis(Math.round(place * over.toMillis())))
                .toList();
    }

    @Override
    public Optional<Duration> span() {
        return Optional.empty();
    }

    private double place(Random random) {
        double place = random.nextDouble();
        while (random.nextDouble() * top > density(place)) {
            place = random.nextDouble();
        }
        return place;
    }

    /** For the test that no density is higher than it says. */
    double slack(double x) {
        return top - density(x);
    }
}

package org.eventops.domain.door.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * When people come: few at first, most in the middle of the second half, stragglers to the end, as
 * the density x^1.5 (1 - x) over the time tells.
 */
public final class ArrivalCurve {
    private static final double RISE = 1.5;
    private static final double TOP = density(RISE / (RISE + 1));

    private ArrivalCurve() {}

    /**
     * @return how long after the first moment each of them comes, in order; the same for a seed
     */
    public static List<Duration> of(int people, Duration over, long seed) {
        Random random = new Random(seed);
        return Stream.generate(() -> place(random))
                .limit(people)
                .sorted()
                .map(place -> Duration.ofMillis(Math.round(place * over.toMillis())))
                .toList();
    }

    private static double place(Random random) {
        double place = random.nextDouble();
        while (random.nextDouble() * TOP > density(place)) {
            place = random.nextDouble();
        }
        return place;
    }

    private static double density(double x) {
        return Math.pow(x, RISE) * (1 - x);
    }
}

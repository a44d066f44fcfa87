package org.eventops.domain.door.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What hands and eyes take for each person beside the program: finding the phone, a word, the
 * wristband. As people's times are: never negative, a few much longer (log-normal).
 *
 * @param average over many people
 * @param spread standard deviation of the logarithm; 0 means all take the same
 */
public record Handling(Duration average, double spread) {
    /** With it one in twenty takes about twice the average. */
    private static final double USUAL_SPREAD = 0.5;

    public Handling {
        if (average.isNegative() || !(spread >= 0)) {
            throw new IllegalArgumentException(average + " × " + spread);
        }
    }

    /** As people are: one in twenty takes about twice as long. */
    public static Handling usual(Duration average) {
        return new Handling(average, USUAL_SPREAD);
    }

    public static Handling same(Duration each) {
        return new Handling(each, 0);
    }

    /** As many as asked for, the same for a seed. */
    public List<Duration> times(int count, long seed) {
        Random random = new Random(seed);
        double middle = -spread * spread / 2;
        return Stream.generate(() -> Math.exp(middle + spread * random.nextGaussian()))
                .limit(count)
                .map(factor -> Duration.ofNanos(Math.round(average.toNanos() * factor)))
                .toList();
    }
}

package org.eventops.launcher.bench;

import java.util.Arrays;

/** Measured values of one thing, in one unit. */
public final class Samples {
    private final double[] sorted;

    public Samples(double... values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    int size() {
        return sorted.length;
    }

    /**
     * The smallest value that at least so many per cent of the samples do not exceed.
     *
     * @param percent over 0, at most 100
     */
    double percentile(double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}

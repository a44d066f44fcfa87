package org.eventops.launcher.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One measured figure.
 *
 * @param extras what else was seen, under its own name: limits, ratios, sizes
 */
public record Figure(
        String name,
        int n,
        double p50,
        double p95,
        double p99,
        String unit,
        Map<String, Object> extras) {
    public static Figure of(String name, Samples samples, String unit) {
        return new Figure(
                name,
                samples.size(),
                rounded(samples.percentile(50)),
                rounded(samples.percentile(95)),
                rounded(samples.percentile(99)),
                unit,
                Map.of());
    }

    /** A figure that is one number, such as a rate or a size. */
    public static Figure single(String name, double value, String unit) {
        return of(name, new Samples(value), unit);
    }

    public Figure with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extras);
        more.put(key, value);
        return new Figure(name, n, p50, p95, p99, unit, more);
    }

    /** What the documents allow, and how much of it is used (over 1 falls short). */
    public Figure limit(String percentile, double limit) {
        double value =
                switch (percentile) {
                    case "p50" -> p50;
                    case "p95" -> p95;
                    default -> p99;
                };
        return with("limit_" + percentile, limit)
                .with("ratio_" + percentile, rounded(value / limit));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}

package org.eventops.domain.measure;

import java.time.Duration;
import java.util.Map;
import org.eventops.domain.failure.FailureKind;

/**
 * What one operation did in a stretch of time. What was called off is not in it.
 *
 * @param calls those that ended, however
 * @param failed of them, by kind; refusals and wrong input among them
 * @param slow of them, those that took over {@link Meter#SLOW}
 * @param median half took no longer; zero without calls; up to an eighth too long, never too short
 * @param most of a hundred, 95 took no longer; likewise
 * @param longest the longest one, exactly
 */
public record Figures(
        Operation operation,
        long calls,
        Map<FailureKind, Long> failed,
        long slow,
        Duration median,
        Duration most,
        Duration longest) {
    public Figures {
        failed = Map.copyOf(failed);
    }

    /** The failures that should not have been. */
    public long errors() {
        return failed.entrySet().stream()
                .filter(each -> operation.counts(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public long failed(FailureKind kind) {
        return failed.getOrDefault(kind, 0L);
    }
}

package org.eventops.domain.health;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.failure.FailureKind;
import org.eventops.domain.measure.Figures;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.measure.Operation;
import org.eventops.domain.measure.Window;

/**
 * From when on figures are an alarm: answers over two seconds, errors over one in a hundred,
 * failures of assistants over five in a hundred. A share is asked of enough calls only, the last
 * five minutes' or else the last hour's; few calls are an alarm when none of them succeeded.
 */
final class Thresholds {
    /** Fewer calls have no shares: one of three is not a third. */
    static final long ENOUGH = 20;

    /** As many in a row may fail by chance. */
    static final long TRIED = 3;

    private static final double SLOW_SHARE = 0.05;
    private static final double ERROR_SHARE = 0.01;
    private static final double ASSISTANT_SHARE = 0.05;

    private Thresholds() {}

    static Optional<Alert> of(Meter meter, Operation operation) {
        Figures lately = meter.figures(operation, Window.FIVE_MINUTES);
        if (lately.calls() >= ENOUGH) {
            return of(lately);
        }
        if (lately.calls() >= TRIED && lately.errors() == lately.calls()) {
            return Optional.of(new Alert.Failing(lately, mostly(lately)));
        }
        Figures hour = meter.figures(operation, Window.HOUR);
        return lately.calls() > 0 && hour.calls() >= ENOUGH ? of(hour) : Optional.empty();
    }

    static Optional<Alert> of(Figures figures) {
        boolean assistant = figures.operation() == Operation.ASSISTANT;
        double errors = share(figures.errors(), figures);
        if (errors > (assistant ? ASSISTANT_SHARE : ERROR_SHARE)) {
            return Optional.of(
                    assistant
                            ? new Alert.Assistants(figures)
                            : new Alert.Errors(figures, mostly(figures)));
        }
        boolean slow =
                figures.operation().isAwaited() && share(figures.slow(), figures) > SLOW_SHARE;
        return slow ? Optional.of(new Alert.Slow(figures)) : Optional.empty();
    }

    private static double share(long some, Figures figures) {
        return (double) some / figures.calls();
    }

    private static FailureKind mostly(Figures figures) {
        return figures.failed().entrySet().stream()
                .filter(each -> figures.operation().counts(each.getKey()))
                .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .orElse(FailureKind.BUG);
    }
}

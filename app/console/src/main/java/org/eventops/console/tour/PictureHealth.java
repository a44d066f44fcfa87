package org.eventops.console.tour;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eventops.domain.failure.FailureKind;
import org.eventops.domain.health.Alert;
import org.eventops.domain.health.Health;
import org.eventops.domain.health.HealthReport;
import org.eventops.domain.measure.Figures;
import org.eventops.domain.measure.Operation;

/** The health of the console whose pictures are taken, or that of one without paper. */
public final class PictureHealth implements Health {
    private static final Figures NO_PAPER =
            new Figures(
                    Operation.PRINT,
                    4,
                    Map.of(FailureKind.ENVIRONMENT, 4L),
                    0,
                    Duration.ofMillis(40),
                    Duration.ofMillis(60),
                    Duration.ofMillis(60));

    private final Health real;
    private volatile boolean withoutPaper;

    public PictureHealth(Health real) {
        this.real = real;
    }

    public void withoutPaper(boolean without) {
        withoutPaper = without;
    }

    @Override
    public HealthReport report() {
        return shown(real.report());
    }

    @Override
    public HealthReport glance() {
        return shown(real.glance());
    }

    private HealthReport shown(HealthReport report) {
        return new HealthReport(
                report.at(),
                withoutPaper
                        ? List.of(new Alert.Failing(NO_PAPER, FailureKind.ENVIRONMENT))
                        : report.alerts(),
                report.checks(),
                report.operations());
    }
}

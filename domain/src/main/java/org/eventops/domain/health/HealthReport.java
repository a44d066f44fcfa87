package org.eventops.domain.health;

import java.time.Instant;
import java.util.List;
import org.eventops.domain.measure.Figures;
import org.eventops.domain.readiness.Finding;

/**
 * How this console is.
 *
 * @param alerts what somebody should do something about, the worst first
 * @param checks what was looked at
 * @param operations of the last hour; only what was done at all
 */
public record HealthReport(
        Instant at, List<Alert> alerts, List<Finding> checks, List<Figures> operations) {
    public HealthReport {
        alerts = List.copyOf(alerts);
        checks = List.copyOf(checks);
        operations = List.copyOf(operations);
    }
}

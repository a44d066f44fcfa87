package org.eventops.adapters.files.trial;

import org.eventops.domain.exchange.ImportReport;
import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.FailureKind;
import org.eventops.domain.failure.NextStep;

/** Thrown out of a dry run's transaction, so that it is rolled back with the report in hand. */
public final class DryRunEnded extends RuntimeException implements Classified {
    private static final long serialVersionUID = 1L;
    private final transient ImportReport report;

    public DryRunEnded(ImportReport report) {
        super(null, null, false, false);
        this.report = report;
    }

    @Override
    public Failure failure() {
        return new Failure(FailureKind.BUSINESS, NextStep.CORRECT_INPUT);
    }

    public ImportReport report() {
        return report;
    }
}

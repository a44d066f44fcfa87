package org.eventops.adapters.files.trial;

import org.eventops.domain.exchange.ImportReport;

/** Thrown out of a dry run's transaction, so that it is rolled back with the report in hand. */
public final class DryRunEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient ImportReport report;

    public DryRunEnded(ImportReport report) {
        super(null, null, false, false);
        this.report = report;
    }

    public ImportReport report() {
        return report;
    }
}

package org.eventops.launcher.log;

import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.FaultCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A failure that nobody expected, written to the log once, with a code that a person can quote. */
public final class CrashReport {
    private static final Logger LOG = LoggerFactory.getLogger(CrashReport.class);

    private CrashReport() {}

    /** Logs the fault and gives its code. */
    public static String of(Throwable fault) {
        String code = FaultCode.of(fault);
        LOG.atError()
                .setCause(fault)
                .addKeyValue("code", code)
                .addKeyValue("kind", Failure.of(fault).kind())
                .log("fault");
        return code;
    }
}

package org.eventops.persistence.backup;

import java.io.IOException;
import org.eventops.domain.backup.BackupFault;
import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.NextStep;

/** A backup that cannot be used; told as a value where the work was asked for. */
public final class FaultyBackup extends IOException implements Classified {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never written anywhere
    private final BackupFault fault;

    public FaultyBackup(BackupFault fault) {
        super(fault.getClass().getSimpleName());
        this.fault = fault;
    }

    public FaultyBackup(BackupFault fault, Throwable cause) {
        super(fault.getClass().getSimpleName(), cause);
        this.fault = fault;
    }

    @Override
    public Failure failure() {
        return Failure.input(NextStep.CHOOSE_OTHER_FILE);
    }

    public BackupFault fault() {
        return fault;
    }
}

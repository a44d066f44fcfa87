package org.eventops.persistence.backup;

import java.io.IOException;
import org.eventops.domain.backup.BackupFault;

/** A backup that cannot be used; told as a value where the work was asked for. */
public final class FaultyBackup extends IOException {
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

    public BackupFault fault() {
        return fault;
    }
}

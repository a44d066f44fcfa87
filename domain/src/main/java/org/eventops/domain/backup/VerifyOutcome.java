package org.eventops.domain.backup;

/** What came of restoring a backup for trial. */
public sealed interface VerifyOutcome {
    /**
     * It brings what the store held.
     *
     * @param rows of all tables
     */
    record Sound(BackupFile backup, long rows) implements VerifyOutcome {}

    record Faulty(BackupFault fault) implements VerifyOutcome {}

    record Cancelled() implements VerifyOutcome {}
}

package org.eventops.domain.backup;

/** What came of backing up. */
public sealed interface BackupOutcome {
    /**
     * It was taken, and restored for trial.
     *
     * @param mutations that its journal holds
     * @param removed how many older ones were superfluous
     */
    record Done(BackupFile backup, long mutations, Second second, int removed)
            implements BackupOutcome {}

    /** What was written could not be restored; it was taken away again. */
    record Faulty(BackupFault fault) implements BackupOutcome {}

    /** Nothing of it was left behind. */
    record Cancelled() implements BackupOutcome {}

    /** How it stands with the second place. */
    enum Second {
        /** None was chosen. */
        NONE,
        /** The person named a folder for this one alone. */
        NAMED,
        /** It lies there as well, and was read again there. */
        COPIED,
        /** It is not there now, as a stick that was pulled out. */
        AWAY,
        /** It did not arrive as it is. */
        FAILED
    }
}

package org.eventops.domain.backup;

/** How much one backup holds. */
public enum BackupKind {
    /** Everything. */
    FULL,
    /** What was written since the backup before it, without which it is nothing. */
    INCREMENTAL
}

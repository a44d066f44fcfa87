package org.eventops.domain.backup;

/** What came of taking one. */
public sealed interface TakeOutcome {
    /**
     * It lies there, durable.
     *
     * @param mutations that its journal holds
     */
    record Taken(BackupFile backup, long mutations) implements TakeOutcome {}

    /** An incremental one cannot be taken: there is nothing, or not enough, to go on from. */
    record FullNeeded() implements TakeOutcome {}

    /** Nothing of it was left behind. */
    record Cancelled() implements TakeOutcome {}
}

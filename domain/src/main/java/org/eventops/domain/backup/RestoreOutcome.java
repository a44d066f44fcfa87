package org.eventops.domain.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** What came of bringing a backup back. Unless it is {@link Restored}, nothing was touched. */
public sealed interface RestoreOutcome {
    /**
     * @param until the moment as of which the store stands now
     * @param rows of all tables
     * @param aside where what was there lies now, a store like any; empty if there was none
     */
    record Restored(BackupFacts from, Instant until, long rows, Optional<Path> aside)
            implements RestoreOutcome {}

    /**
     * The moment that was asked for is in none of what lies there.
     *
     * @param span what can be had
     */
    record OutOfSpan(BackupFacts.Span span) implements RestoreOutcome {}

    record Faulty(BackupFault fault) implements RestoreOutcome {}

    /** Whoever unlocked the backup may not do this, by the role that they have in it. */
    record NotPermitted() implements RestoreOutcome {}

    record Cancelled() implements RestoreOutcome {}
}

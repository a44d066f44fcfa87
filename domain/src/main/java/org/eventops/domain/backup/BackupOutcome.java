package org.eventops.domain.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** What came of backing up. */
public sealed interface BackupOutcome {
    /**
     * It was taken, and restored for trial.
     *
     * @param mutations that its journal holds
     * @param removed how many older ones were superfluous
     * @param damaged older ones there that were found to be of no use
     */
    record Done(BackupFile backup, long mutations, Second second, int removed, List<Path> damaged)
            implements BackupOutcome {
        public Done {
            damaged = List.copyOf(damaged);
        }

        Done with(Second other) {
            return new Done(backup, mutations, other, removed, damaged);
        }

        /** The same, when another was found damaged on the way. */
        Done besides(Path place) {
            TreeSet<Path> all = new TreeSet<>(damaged);
            all.add(place);
            return new Done(backup, mutations, second, removed, List.copyOf(all));
        }
    }

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

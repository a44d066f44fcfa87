package org.eventops.domain.backup;

import java.nio.file.Path;
import java.util.List;

/** Why a backup cannot be used. */
public sealed interface BackupFault {
    /** The file that it is about, or the folder in which something is missing. */
    Path place();

    /** It is not what was written: cut, or changed. */
    record Damaged(Path place) implements BackupFault {}

    /** No backup of this program at all. */
    record NoBackup(Path place) implements BackupFault {}

    /** Written by a newer program. */
    record Newer(Path place) implements BackupFault {}

    /** It belongs to another store: the key does not open it. */
    record OtherKey(Path place) implements BackupFault {}

    /**
     * The full one, or one between that and this, does not lie beside it.
     *
     * @param unreadable what does lie there and is damaged: it may be the one
     */
    record PartMissing(Path place, List<Path> unreadable) implements BackupFault {
        public PartMissing {
            unreadable = List.copyOf(unreadable);
        }
    }

    /**
     * Every byte is as it was written, yet what it brings is not what the store held.
     *
     * @param table the first in which they differ
     */
    record OtherRows(Path place, String table) implements BackupFault {}
}

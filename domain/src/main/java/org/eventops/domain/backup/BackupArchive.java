package org.eventops.domain.backup;

import java.nio.file.Path;
import java.util.List;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.Progress;

/**
 * Backups of the open store as files in folders. One at a time.
 *
 * <p>All of it throws {@link org.eventops.domain.change.StoreException} when store or disk fail.
 */
public interface BackupArchive {
    /** Where backups lie unless a person says otherwise. */
    @Needs(value = Permission.BACK_UP, wide = true)
    Path place();

    /**
     * Writes one, whole or not at all; scans go on meanwhile.
     *
     * @param folder made if it is not there; an incremental one goes on from the newest there
     * @param progress in bytes written; the total is -1
     */
    @Needs(value = Permission.BACK_UP, wide = true)
    TakeOutcome take(BackupKind kind, Path folder, Progress progress);

    /**
     * Restores it into a folder that is thrown away, and compares the rows with what the store
     * held.
     *
     * @param progress in bytes read; the total is -1
     */
    @Needs(value = Permission.BACK_UP, wide = true)
    VerifyOutcome verify(Path file, Progress progress);

    /** Those in a folder whose beginning can be read, newest first; of other stores as well. */
    @Needs(value = Permission.BACK_UP, wide = true)
    List<BackupFile> in(Path folder);

    /** Those in a folder whose beginning cannot be read: cut, changed, or none at all. */
    @Needs(value = Permission.BACK_UP, wide = true)
    List<Path> unreadable(Path folder);

    /** Whether it was taken of this very store since it was last restored. */
    @Needs(value = Permission.BACK_UP, wide = true)
    boolean isOwn(BackupFile backup);

    @Needs(value = Permission.BACK_UP, wide = true)
    void delete(BackupFile backup);

    /**
     * Brings it to a second folder, which has to be there, and reads it again there.
     *
     * @return false if it did not arrive as it is, or the folder is not there
     */
    @Needs(value = Permission.BACK_UP, wide = true)
    boolean copy(BackupFile backup, Path folder);
}

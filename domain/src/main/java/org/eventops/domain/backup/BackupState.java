package org.eventops.domain.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How it stands with a store's backups.
 *
 * @param place where they lie
 * @param own those of this store, newest first
 * @param lastSound when one was last taken and restored for trial
 * @param second where else they are copied to
 * @param secondIsThere whether it is, now
 */
public record BackupState(
        Path place,
        List<BackupFile> own,
        Optional<Instant> lastSound,
        Optional<Path> second,
        boolean secondIsThere) {
    public BackupState {
        own = List.copyOf(own);
    }

    /** The newest full one. */
    public Optional<BackupFile> lastFull() {
        return own.stream().filter(each -> each.facts().isFull()).findFirst();
    }
}

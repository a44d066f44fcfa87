package org.eventops.launcher.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.access.Permission;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.Note;
import org.eventops.domain.backup.BackupFile;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.domain.unlock.UnlockOutcome;
import org.eventops.persistence.Restoring;
import org.eventops.persistence.Store;

/** A store that was just made of a backup, opened once before it takes the place of another. */
public final class RestoredConsole implements Restoring.Restored {
    private final Clock clock;
    private final Optional<UnlockOutcome.Opened> unlocked;
    private final boolean permitted;

    /**
     * @param unlocked who opened the backup; empty if it takes no password
     */
    public RestoredConsole(Clock clock, Optional<UnlockOutcome.Opened> unlocked) {
        this(clock, unlocked, false);
    }

    /**
     * @param permitted by the store that is to be replaced, whatever they were in the backup
     */
    public RestoredConsole(
            Clock clock, Optional<UnlockOutcome.Opened> unlocked, boolean permitted) {
        this.clock = clock;
        this.unlocked = unlocked;
        this.permitted = permitted;
    }

    /** Whether whoever opened it may bring it back, by the role that they have in it. */
    @Override
    public boolean permits(Path folder, StoreKey key) {
        if (permitted) {
            return true;
        }
        try (OpenConsole console = open(folder)) {
            return console.store().access().may(Permission.BACK_UP);
        }
    }

    /**
     * The same of one that is only tried, and thrown away after. Where it takes no password,
     * whoever has the file has all of it.
     *
     * @throws org.eventops.domain.access.NotPermitted if they may not
     */
    public void tried(Path folder) {
        if (unlocked.isPresent()) {
            try (OpenConsole console = open(folder)) {
                console.store().access().need(Permission.BACK_UP);
            }
        }
    }

    /** The restored store says itself that it is one. */
    @Override
    public void ready(Path folder, BackupFile from, Instant until) {
        Map<String, String> told =
                Map.of(
                        "file",
                        from.file().toString(),
                        "taken",
                        from.facts().takenAt().toString(),
                        "until",
                        until.toString());
        try (OpenConsole console = open(folder)) {
            Store store = console.store();
            store.transactions()
                    .write(
                            () -> {
                                store.audit().note(Note.of(Deed.RESTORED, told));
                                return true;
                            });
        }
    }

    private OpenConsole open(Path folder) {
        return unlocked.map(each -> OpenConsole.open(folder, clock, each, Deed.UNLOCKED))
                .orElseGet(() -> OpenConsole.open(folder, clock));
    }
}

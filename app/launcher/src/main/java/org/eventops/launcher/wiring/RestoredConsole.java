package org.eventops.launcher.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eventops.domain.access.Permission;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.unlock.UnlockOutcome;

/** A store that was just made of a backup, opened once before it takes the place of another. */
public final class RestoredConsole {
    private final Clock clock;
    private final Optional<UnlockOutcome.Opened> unlocked;

    /**
     * @param unlocked who opened the backup; empty if it takes no password
     */
    public RestoredConsole(Clock clock, Optional<UnlockOutcome.Opened> unlocked) {
        this.clock = clock;
        this.unlocked = unlocked;
    }

    /** Whether whoever opened it may bring it back, by the role that they have in it. */
    public boolean permits(Path folder) {
        try (OpenConsole console = open(folder)) {
            return console.store().access().may(Permission.BACK_UP);
        }
    }

    private OpenConsole open(Path folder) {
        return unlocked.map(each -> OpenConsole.open(folder, clock, each, Deed.UNLOCKED))
                .orElseGet(() -> OpenConsole.open(folder, clock));
    }
}

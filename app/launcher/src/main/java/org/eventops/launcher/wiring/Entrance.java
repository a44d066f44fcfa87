package org.eventops.launcher.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.access.Worker;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.unlock.ComputerOutcome;
import org.eventops.domain.unlock.Entry;
import org.eventops.domain.unlock.SystemKeyStore;
import org.eventops.domain.unlock.UnlockAttempt;
import org.eventops.domain.unlock.UnlockOutcome;
import org.eventops.domain.unlock.Unlocking;

/** Lets people in to the store of one folder, and opens it for the first of them. */
public final class Entrance implements Entry {
    private final Path folder;
    private final Clock clock;
    private final Unlocking unlocking;
    private Optional<OpenConsole> console = Optional.empty();

    public Entrance(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.unlocking = OpenConsole.unlocking(folder, clock);
    }

    /** The way in to a console that is open already. */
    Entrance(Path folder, Clock clock, OpenConsole open) {
        this(folder, clock);
        this.console = Optional.of(open);
    }

    @Override
    public List<String> names() {
        return unlocking.names();
    }

    @Override
    public synchronized UnlockOutcome enter(UnlockAttempt attempt) {
        UnlockOutcome outcome = unlocking.unlock(attempt);
        if (outcome instanceof UnlockOutcome.Opened opened) {
            return console.map(open -> changed(open, opened))
                    .orElseGet(() -> opened(opened, Deed.UNLOCKED));
        }
        console.ifPresent(open -> open.arrivals().tell());
        return outcome;
    }

    /** Whether somebody has said that the window opens without a password. */
    boolean opensWindow(SystemKeyStore system) {
        return unlocking.byComputer(system).opensWindow();
    }

    /**
     * Lets in for whom somebody has said that this computer opens the store, without a password.
     * May take seconds.
     *
     * @throws org.eventops.domain.change.StoreException if the store does not open for another
     *     reason
     */
    public synchronized ComputerOutcome enterBy(SystemKeyStore system) {
        ComputerOutcome outcome = unlocking.byComputer(system).open();
        if (outcome instanceof ComputerOutcome.Opened it
                && opened(new UnlockOutcome.Opened(it.name(), it.key()), Deed.UNLOCKED_BY_COMPUTER)
                        instanceof UnlockOutcome.NoWork) {
            return ComputerOutcome.Problem.NO_WORK;
        }
        return outcome;
    }

    private UnlockOutcome opened(UnlockOutcome.Opened unlocked, Deed how) {
        OpenConsole open = OpenConsole.open(folder, clock, unlocked, how);
        if (!open.store().access().worker().hasWork()) {
            open.close();
            return new UnlockOutcome.NoWork();
        }
        console = Optional.of(open);
        return unlocked;
    }

    private static UnlockOutcome changed(OpenConsole open, UnlockOutcome.Opened unlocked) {
        Worker before = open.store().access().worker();
        if (open.entered(unlocked.name(), Deed.UNLOCKED)) {
            return unlocked;
        }
        open.store().access().take(before);
        return new UnlockOutcome.NoWork();
    }

    /** The console, once somebody was let in; whoever asks closes it. */
    public synchronized Optional<OpenConsole> console() {
        return console;
    }
}

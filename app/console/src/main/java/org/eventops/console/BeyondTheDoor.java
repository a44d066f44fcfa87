package org.eventops.console;

import java.util.Optional;
import java.util.Set;
import org.eventops.console.feature.counts.CountsScreen;
import org.eventops.console.feature.door.DoorScreen;
import org.eventops.console.feature.door.duty.DoorDuty;
import org.eventops.console.feature.readiness.ReadinessScreen;
import org.eventops.console.shell.ConsoleLock;
import org.eventops.console.shell.Screens;

/**
 * A PIN is short and typed in front of a queue: it says who stands at the door, and opens nothing
 * else. Whoever goes further in somebody else's window is asked for a password.
 */
final class BeyondTheDoor {
    private static final Set<String> AT_THE_DOOR =
            Set.of(DoorScreen.KEY, CountsScreen.KEY, ReadinessScreen.KEY);

    private final ConsoleLock lock;
    private final DoorDuty duty;
    private final Screens screens;
    private final String owner;
    private Optional<String> wanted = Optional.empty();

    /**
     * @param owner who opened the window with a password
     */
    BeyondTheDoor(ConsoleLock lock, DoorDuty duty, Screens screens, String owner) {
        this.lock = lock;
        this.duty = duty;
        this.screens = screens;
        this.owner = owner;
    }

    /** If not, the window is shut, and opens there for a password. */
    boolean mayOpen(String titleKey) {
        if (AT_THE_DOOR.contains(titleKey) || !isAnotherHere()) {
            return true;
        }
        wanted = Optional.of(titleKey);
        lock.shut();
        return false;
    }

    private boolean isAnotherHere() {
        return lock.possibleProperty().get() && !duty.personProperty().get().equals(owner);
    }

    /** Whose window it is has come with the password. */
    void ownerIsBack() {
        Optional<String> next = wanted;
        wanted = Optional.empty();
        duty.comes(owner);
        next.ifPresent(screens::open);
    }
}

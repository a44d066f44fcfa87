package org.eventops.domain.sync;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.eventops.domain.settings.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The names this console goes by: the one the administrator gave it, and the one it writes into its
 * scans.
 */
public final class ThisConsole {
    private static final String OWN_NAME_SETTING = "device.name";

    private final Supplier<Optional<SyncControl.Connection>> connection;
    private final Settings settings;

    /**
     * @param connection empty as long as this console belongs to no hub
     */
    public ThisConsole(Supplier<Optional<SyncControl.Connection>> connection, Settings settings) {
        this.connection = connection;
        this.settings = settings;
    }

    /** Inside a transaction. */
    Set<String> names() {
        Set<String> names = new HashSet<>();
        connection.get().map(SyncControl.Connection::device).ifPresent(names::add);
        settings.get(OWN_NAME_SETTING).filter(each -> !each.isBlank()).ifPresent(names::add);
        return names;
    }

    /**
     * Mine is the side whose device is this console; if neither is, what did not come to stand.
     * Inside a transaction.
     */
    Choice mine(Conflict conflict) {
        return mine(conflict, names());
    }

    static Choice mine(Conflict conflict, Set<String> names) {
        boolean winner = is(names, conflict.winner()) && !is(names, conflict.loser());
        return winner ? Choice.WINNER : Choice.LOSER;
    }

    private static boolean is(Set<String> names, Conflict.Side side) {
        @Nullable String device = side.device();
        return device != null && names.contains(device);
    }
}

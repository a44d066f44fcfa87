package org.eventops.domain.sync;

import java.io.IOException;
import java.nio.file.Path;
import org.eventops.domain.access.ForAll;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Exchange by file between consoles of the same organisation, for the day without a hub. Nothing is
 * lost or counted twice by it: the hub answers for each change once, whoever brings it.
 */
public interface ChangeFiles {
    /** Whether a file says of itself that it is such a one. */
    @ForAll
    boolean isOne(Path file) throws IOException;

    /**
     * Writes what the hub has not answered for, and its answers for other consoles. The file is
     * whole or not there.
     */
    @Needs(value = Permission.SET_UP_CONSOLE, wide = true)
    GiveOutcome give(Path file) throws IOException;

    /** Takes another console's file in, all of it or nothing. A second time changes nothing. */
    @Needs(value = Permission.SET_UP_CONSOLE, wide = true)
    TakeOutcome take(Path file) throws IOException;

    /** What became of a writing. */
    sealed interface GiveOutcome {
        /**
         * @param changes transactions that wait for the hub
         * @param answers of the hub for other consoles
         */
        record Given(int changes, int answers) implements GiveOutcome {}

        /** This console belongs to no hub: it has nobody to exchange with. */
        record Alone() implements GiveOutcome {}
    }

    /** What became of a taking in. */
    sealed interface TakeOutcome {
        /**
         * @param from name of the console that wrote it, null if it was this one
         * @param changes transactions in it; they are kept and brought to the hub
         * @param applied single changes that took effect here at once
         * @param answers of the hub for changes of this console
         */
        record Taken(@Nullable String from, int changes, int applied, int answers)
                implements TakeOutcome {}

        record Refused(Reason reason) implements TakeOutcome {}
    }

    /** Why a file is not taken in; each has a sentence. */
    enum Reason {
        NOT_A_PARCEL,
        NEWER,
        OTHER_ORGANISATION,
        SEALED,
        DAMAGED,
        ALONE
    }
}

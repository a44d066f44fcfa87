package org.eventops.domain.sync;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the exchange with the hub stands.
 *
 * @param waiting local changes without the hub's answer
 * @param oldest when the first of them was made, null if none waits
 * @param lastExchange when the hub last answered, null if never
 * @param trouble why it does not answer, null when it does
 * @param conflicts open ones that a person has to look at
 * @param lag from a change at another console to its being here, as last seen; null if not yet seen
 * @param loaded share of a first load from 0 to 1, 1 when there is none under way
 * @param doorReady whether codes, names and scans are here: of all events that are on, or of every
 *     one while none is
 * @param pushed mutations the hub has answered since the start of this program
 * @param pulled entries that came from others since then
 * @param clockAhead how far this computer's clock is ahead of the hub's, negative when it is
 *     behind; null until the hub has said its time
 */
public record SyncStatus(
        State state,
        int waiting,
        @Nullable Instant oldest,
        @Nullable Instant lastExchange,
        @Nullable Trouble trouble,
        int conflicts,
        @Nullable Duration lag,
        double loaded,
        boolean doorReady,
        long pushed,
        long pulled,
        @Nullable Duration clockAhead) {
    /** Nothing waits, nothing was exchanged. */
    public static SyncStatus quiet(State state) {
        return new SyncStatus(state, 0, null, null, null, 0, null, 1, true, 0, 0, null);
    }

    /** The same, but for the state. */
    public SyncStatus as(State other) {
        return new SyncStatus(
                other,
                waiting,
                oldest,
                lastExchange,
                trouble,
                conflicts,
                lag,
                loaded,
                doorReady,
                pushed,
                pulled,
                clockAhead);
    }

    /** In a word. */
    public enum State {
        /** This store belongs to no hub yet. */
        ALONE,
        /** Switched off for this run. */
        OFF,
        /** Trying to reach it. */
        CONNECTING,
        LOADING,
        /** Everything is everywhere. */
        UP_TO_DATE,
        /** Something is on its way. */
        EXCHANGING,
        /** It does not answer; work goes on here. */
        UNREACHABLE,
        /** Longer without the hub than the organisation permits: no work until it has answered. */
        AWAY,
        /** An administrator has taken this console out. */
        LOCKED;

        /** Whether nothing may be done at this console. */
        public boolean isLocked() {
            return this == AWAY || this == LOCKED;
        }
    }

    /** Why there is no exchange; each has a sentence and says what to do. */
    public enum Trouble {
        UNREACHABLE,
        BUSY,
        REFUSED,
        REVOKED,
        PROGRAM_TOO_OLD,
        HUB_TOO_OLD,
        POOLER,
        NOT_A_HUB,
        BROKEN,
        /** This run of the program touches no network. */
        SWITCHED_OFF
    }
}

package org.eventops.sync.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one turn of the engine did.
 *
 * @param next after how long it wants to be called again, if nothing wakes it before; zero for at
 *     once
 * @param problem what stood against it, null if nothing did
 */
public record Turn(Did did, Duration next, @Nullable HubProblem problem) {
    /** In a word, for traces and tests. */
    public enum Did {
        /** This store belongs to no hub. */
        ALONE,
        /** An administrator has taken this console out; nothing is asked of the hub any more. */
        LOCKED,
        HELLO,
        /** Handed over mutations, or the parts of one. */
        PUSHED,
        /** Handed over again what was acknowledged. */
        REPEATED,
        POKED,
        /** Asked where the scopes stand. */
        ASKED,
        PULLED,
        LOADED,
        /** Gathered a part of a scope anew, or swapped it in. */
        RELOADED,
        DROPPED,
        REPAIRED,
        FORGOT,
        IDLE,
        /** Has to wait after a failure. */
        PAUSED,
        FAILED
    }

    static Turn again(Did did) {
        return in(did, Duration.ZERO);
    }

    static Turn in(Did did, Duration wait) {
        return new Turn(did, wait, null);
    }
}

package org.eventops.domain.readiness;

import java.io.IOException;
import java.util.Optional;

/** The computer that the console runs on. */
public interface Machine {
    /**
     * Bytes that can still be written where the store is.
     *
     * @throws IOException if the disk does not tell
     */
    long freeBytes() throws IOException;

    /** Empty where there is none, or it does not tell. */
    Optional<Battery> battery();

    /** Whether something can be heard from it. */
    boolean hasSound();

    /** Whether a window can be shown. */
    boolean hasDisplay();

    /**
     * @param percent of a full one, 0 to 100
     * @param plugged whether it is being charged, or full and on mains
     */
    record Battery(int percent, boolean plugged) {}
}

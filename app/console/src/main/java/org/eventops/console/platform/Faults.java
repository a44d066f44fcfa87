package org.eventops.console.platform;

import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.change.StoreException;

/** Where failures go that no screen expected. Called on the drawing thread. */
public interface Faults {
    /** The environment: shown as a state until the store answers again. */
    void storeFailed(StoreException failure);

    /** Whoever works here may not do what was asked: nothing was done. */
    void refused(NotPermitted refusal);

    /** The store has answered. */
    void storeAnswered();

    /** A mistake of the program. */
    void bug(Throwable failure);
}

package org.eventops.domain.health;

import org.eventops.domain.access.ForAll;

/** What the store says of itself. */
public interface StoreCondition {
    /**
     * Takes but a moment.
     *
     * @throws org.eventops.domain.change.StoreException if its files or its rows cannot be counted
     */
    @ForAll
    StoreFigures figures();
}

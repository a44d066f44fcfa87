package org.eventops.console.services;

import org.eventops.domain.change.Progress;

/** A made-up organisation to look around in. */
@FunctionalInterface
public interface DemoData {
    /**
     * Fills an empty store.
     *
     * @return false if the store holds anything else; nothing is changed then
     * @throws org.eventops.domain.change.StoreException when the store fails; nothing is kept then
     */
    boolean fill(Progress progress);
}

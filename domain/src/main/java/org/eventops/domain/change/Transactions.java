package org.eventops.domain.change;

import java.util.function.Supplier;

/**
 * Draws the line around a unit of work. A write returns only when it is durable (journal fsynced
 * and store committed); a failure rolls everything back and is thrown as {@link StoreException}.
 */
public interface Transactions {
    <T> T read(Supplier<T> work);

    /** Writers take turns: one write transaction runs at a time on one store. */
    <T> T write(Supplier<T> work);
}

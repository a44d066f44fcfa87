package org.eventops.domain.change;

import java.util.function.Supplier;

/**
 * Draws the line around a unit of work. A write returns only when it is durable (journal fsynced
 * and store committed); a failure rolls everything back and is thrown as {@link StoreException}.
 * One inside another joins it.
 */
public interface Transactions {
    <T> T read(Supplier<T> work);

    /** Writers take turns: this one waits for every other, a bulk one as well. */
    <T> T write(Supplier<T> work);

    /**
     * A write that does not wait for a bulk one under way, only for its commit. It sees nothing of
     * it, and must only add rows, or change such as no bulk write touches (how a badge's printing
     * ended): a row that both change would be the bulk's again.
     */
    <T> T urgent(Supplier<T> work);

    /**
     * A long write, such as an import. One at a time; ordinary writes wait for it, urgent ones pass
     * it. All of it or nothing, as ever.
     */
    <T> T bulk(Supplier<T> work);
}

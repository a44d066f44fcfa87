package org.eventops.domain.change;

import java.util.function.Supplier;

/** For stores in memory: the work is just done. Whoever overrides the write has all three. */
public interface DirectTransactions extends Transactions {
    @Override
    default <T> T read(Supplier<T> work) {
        return work.get();
    }

    @Override
    default <T> T write(Supplier<T> work) {
        return work.get();
    }

    @Override
    default <T> T urgent(Supplier<T> work) {
        return write(work);
    }

    @Override
    default <T> T bulk(Supplier<T> work) {
        return write(work);
    }
}

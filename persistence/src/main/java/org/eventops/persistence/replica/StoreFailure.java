package org.eventops.persistence.replica;

import java.sql.SQLException;
import java.util.function.Function;
import org.eventops.domain.change.StoreException;

/**
 * Tells what the database threw in the terms of the domain.
 *
 * @param classify what a person could do about it
 */
public record StoreFailure(Function<Throwable, StoreException> classify) {
    /** Work on the database. */
    interface Work<T> {
        T run() throws SQLException;
    }

    <T> T watch(Work<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            throw classify.apply(e);
        }
    }
}

package org.eventops.persistence.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one row.
 *
 * @param table lower case
 * @param columns only those that matter: all that are not null of a new or deleted row, the changed
 *     ones of an updated one
 */
public record RowChange(String table, Op op, Object key, List<Column> columns) {
    /** What was done. */
    public enum Op {
        INSERT,
        UPDATE,
        DELETE
    }

    /** A column with its value before and after, as plain Java values of {@link RowCodec}. */
    public record Column(String name, @Nullable Object before, @Nullable Object after) {}

    public RowChange {
        columns = List.copyOf(columns);
    }
}

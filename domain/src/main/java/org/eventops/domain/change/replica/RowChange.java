package org.eventops.domain.change.replica;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one row of a synced table.
 *
 * @param table lower case, one of {@link SyncedTables}
 * @param scope the event the row belongs to, or the organisation's own id
 * @param columns only those that matter: all that are not null of a new or deleted row, the changed
 *     ones of an updated one
 */
public record RowChange(String table, UUID scope, Op op, UUID key, List<Column> columns) {
    /** What was done. */
    public enum Op {
        INSERT,
        UPDATE,
        DELETE
    }

    /**
     * A column with its value before and after: String, Boolean, Integer, Long, UUID,
     * OffsetDateTime (UTC, whole microseconds), BigDecimal, or null.
     */
    public record Column(String name, @Nullable Object before, @Nullable Object after) {}

    public RowChange {
        columns = List.copyOf(columns);
    }
}

package org.eventops.domain.sync;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Writes;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are written only by whoever may write their table: settling a conflict lets nobody do
 * what they could not do themselves.
 */
public record PermittedRows(SyncedRows rows, Access access) implements SyncedRows {
    @Override
    public Optional<Map<String, @Nullable Object>> row(String table, UUID key) {
        return rows.row(table, key);
    }

    @Override
    public void insert(String table, Map<String, @Nullable Object> columns) {
        access.needAnywhere(Writes.to(table));
        rows.insert(table, columns);
    }

    @Override
    public boolean update(String table, UUID key, Map<String, @Nullable Object> columns) {
        access.needAnywhere(Writes.to(table));
        return rows.update(table, key, columns);
    }

    @Override
    public boolean delete(String table, UUID key) {
        access.needAnywhere(Writes.to(table));
        return rows.delete(table, key);
    }
}

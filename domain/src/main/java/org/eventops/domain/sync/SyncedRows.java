package org.eventops.domain.sync;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Rows of synced tables as ordinary local changes: captured, journalled and sent like those of any
 * service, unlike {@link org.eventops.domain.change.replica.Rows}. Tables and columns are those of
 * {@link org.eventops.domain.change.replica.SyncedTables}, values those of {@link
 * org.eventops.domain.change.replica.RowChange.Column}. Every method is called inside a
 * transaction, and leaves it usable when it throws {@link
 * org.eventops.domain.change.replica.Rows.Taken} because a unique key or a reference stands against
 * it.
 */
public interface SyncedRows {
    /** All its synced columns; empty if it is not there. */
    @Needs(Permission.SETTLE_CONFLICTS)
    Optional<Map<String, @Nullable Object>> row(String table, UUID key);

    /**
     * Adds a row.
     *
     * @param columns without {@code tenant}, which is the store's; {@code id} and {@code scope} are
     *     among them; what is left out is null
     */
    @Needs(Permission.SETTLE_CONFLICTS)
    void insert(String table, Map<String, @Nullable Object> columns);

    /** Changes some columns; false if the row is not there. */
    @Needs(Permission.SETTLE_CONFLICTS)
    boolean update(String table, UUID key, Map<String, @Nullable Object> columns);

    /** False if the row is not there. */
    @Needs(Permission.SETTLE_CONFLICTS)
    boolean delete(String table, UUID key);
}

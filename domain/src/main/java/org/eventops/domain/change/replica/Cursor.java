package org.eventops.domain.change.replica;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a console has followed the feed of one scope.
 *
 * @param epoch the hub's count of its own restorations, as it stood when this was read
 * @param seq the last sequence number applied, 0 before the first
 * @param mark of the transaction that ended at {@code seq}; null at 0. A hub that has another there
 *     is not the hub that was followed
 * @param loading what of the first load is still to come, null when it is done
 */
public record Cursor(
        UUID scope, long epoch, long seq, @Nullable UUID mark, @Nullable Loading loading) {
    /**
     * A load under way.
     *
     * @param table the one being loaded, of {@link SyncedTables} in their order; empty when all are
     *     there and the feed has yet to pass {@code whole}
     * @param after the last key loaded of it; null before its first
     * @param from the smallest sequence number of the chunks so far: where the feed will begin
     * @param whole the largest: until the feed has passed it, rows may look older than they are
     * @param mark of the transaction that ended at {@code whole}, null at 0: what was loaded is of
     *     the history that has it there
     */
    public record Loading(
            String table, @Nullable UUID after, long from, long whole, @Nullable UUID mark) {}
}

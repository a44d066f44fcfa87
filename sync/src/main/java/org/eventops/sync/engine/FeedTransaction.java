package org.eventops.sync.engine;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One committed transaction of the hub in one scope.
 *
 * @param mark a new id that the hub gives to each of its transactions, and never twice: a hub that
 *     was restored has others from there on
 * @param mutation id of the mutation it came from, null for what the hub did by itself
 * @param firstSeq its entries have the numbers from here …
 * @param lastSeq … to here, without a hole
 */
public record FeedTransaction(
        UUID scope,
        UUID mark,
        @Nullable UUID mutation,
        long firstSeq,
        long lastSeq,
        List<Entry> entries) {
    public FeedTransaction {
        entries = List.copyOf(entries);
    }

    /** What an entry tells a console to do. */
    public enum Op {
        /** The whole row is this. */
        ROW,
        /**
         * These columns are this; nothing if the row is not there. Never columns of a natural key
         * nor references: where one of them changes, it is a {@link #ROW}.
         */
        FIELDS,
        /** The row is gone. */
        GONE,
        /** The row {@code key} is the row {@code columns["id"]} from now on. */
        ALIAS
    }

    /**
     * @param hybrid time of the change, whole microseconds
     */
    public record Entry(
            long seq,
            Op op,
            String table,
            UUID key,
            Map<String, @Nullable Object> columns,
            Instant hybrid) {}
}

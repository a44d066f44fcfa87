package org.eventops.domain.change.replica;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.FailureKind;
import org.eventops.domain.failure.NextStep;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the local store inside one transaction of {@link Replica#apply}. Values are those of
 * {@link RowChange.Column}. What breaks a unique key or a reference throws {@link Taken}, and
 * leaves the transaction usable. A key under which a row is put in (by {@link #put}, {@link
 * #insertAll} or {@link Staging#swapIn}) stands for itself: an alias of it ends.
 */
public interface Rows {
    /**
     * All columns of the row, without those that are this console's own; empty if it is not there.
     */
    Optional<Map<String, @Nullable Object>> row(String table, UUID key);

    /** Inserts, or replaces the whole row of the same key. */
    void put(String table, UUID key, Map<String, @Nullable Object> columns);

    /**
     * Inserts many whole rows at once, much faster than one by one.
     *
     * @return false if one of them was refused: then none was inserted
     */
    boolean insertAll(String table, List<Map<String, @Nullable Object>> rows);

    /** Changes some columns; nothing happens if the row is not there. */
    void update(String table, UUID key, Map<String, @Nullable Object> columns);

    /** Nothing happens if the row is not there, but that an alias of the key ends as well. */
    void delete(String table, UUID key);

    /** Who holds the natural key that these columns make; empty if nobody does. */
    Optional<UUID> holder(String table, Map<String, @Nullable Object> columns);

    /**
     * The row {@code from} is the row {@code to} from now on: what refers to it refers to {@code
     * to}, it is gone if it was there, and {@link #alias} answers so until a row is put in under
     * {@code from} again.
     */
    void rekey(String table, UUID from, UUID to);

    /** The key that stands for this one now; the same if it was never rekeyed. */
    UUID alias(String table, UUID key);

    void cursor(Cursor cursor);

    /** Forgets a scope: its rows and its cursor. */
    void drop(UUID scope);

    void receipt(Receipt receipt, Instant at);

    /** From now on the mutation is not laid over this scope: the feed has brought it. */
    void landed(UUID mutation, UUID scope);

    /**
     * Takes what is loaded into a second place until {@link Staging#swapIn} (see docs/sync.md,
     * reload).
     */
    Staging staging(UUID scope);

    /** Rows of a scope that are gathered beside those in use. */
    interface Staging {
        void insertAll(String table, List<Map<String, @Nullable Object>> rows);

        /** Makes the scope hold exactly the rows gathered here. */
        void swapIn();

        /** Empties it. */
        void clear();
    }

    /** A unique key or a reference stands against it. */
    final class Taken extends RuntimeException implements Classified {
        private static final long serialVersionUID = 1L;

        public Taken(String message) {
            super(message);
        }

        @Override
        public Failure failure() {
            return new Failure(FailureKind.BUSINESS, NextStep.CORRECT_INPUT);
        }
    }
}

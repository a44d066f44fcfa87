package org.eventops.domain.change.replica;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The local transactions that the hub has not answered for yet, and for seven days those it has.
 * Any thread; what it throws is the store's {@link org.eventops.domain.change.StoreException}.
 */
public interface Outbox {
    /**
     * Those without a receipt, oldest first.
     *
     * @param after only numbers above this
     * @param most how many at most
     * @param bytes about how much at most; at least one comes, if there is one
     */
    List<LocalMutation> waiting(long after, int most, long bytes);

    /** Reads the changes of a large one, part by part, in order. */
    void parts(long number, PartReader reader);

    /** Those whose receipt came after this time, oldest first, as in {@link #waiting}. */
    List<LocalMutation> answeredSince(Instant time, long after, int most, long bytes);

    /** Those that still lie over what the feed says: no receipt, or one the feed has not passed. */
    List<LocalMutation> overlaid(UUID scope);

    Backlog backlog();

    /** Told after each commit that added one; must return at once. */
    void onAdded(Runnable listener);

    /** Takes away what was answered before this time. */
    void forgetAnsweredBefore(Instant time);

    /**
     * How much waits.
     *
     * @param count mutations without a receipt
     * @param oldest when the first of them was committed, null if there is none
     * @param last the highest number given so far
     */
    record Backlog(int count, @Nullable Instant oldest, long last) {}

    /** Is given each part of a large mutation. */
    interface PartReader {
        void part(int part, boolean last, List<RowChange> changes);
    }
}

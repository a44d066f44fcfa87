package org.eventops.domain.change.replica;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /** The id of the one with the highest number whose receipt came after this time. */
    Optional<UUID> newestAnswered(Instant time);

    /**
     * Those with changes in the scope that still lie over what its feed says, in order: no receipt,
     * or one the feed has not passed; and not landed in this scope.
     */
    List<Lying> overlaid(UUID scope);

    Backlog backlog();

    /** Told after each commit that added one; must return at once. */
    void onAdded(Runnable listener);

    /** Takes away what was answered before this time. */
    void forgetAnsweredBefore(Instant time);

    /**
     * A mutation that lies over a scope.
     *
     * @param upTo the sequence number of the scope with which it lies over no longer; null while
     *     the hub has not answered
     */
    record Lying(LocalMutation mutation, @Nullable Long upTo) {}

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

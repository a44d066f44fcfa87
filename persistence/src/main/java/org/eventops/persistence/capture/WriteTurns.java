package org.eventops.persistence.capture;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Who may write when. Two locks, always taken in this order: {@code all} is held by an ordinary
 * write and by a bulk one for as long as it takes, {@code small} by an ordinary and an urgent one.
 * A bulk and an urgent one may so commit at the same time; that is safe because an urgent one only
 * adds rows, so that no row is ever touched by both.
 */
public final class WriteTurns {
    private final ReentrantLock all = new ReentrantLock(true);
    private final ReentrantLock small = new ReentrantLock(true);
    private volatile boolean bulk;

    /** Alone among all writers. */
    public <T> T ordinary(Supplier<T> work) {
        return holding(all, () -> holding(small, work));
    }

    /** Alone among all but a bulk one. */
    public <T> T urgent(Supplier<T> work) {
        return holding(small, work);
    }

    /** Alone among all but urgent ones. */
    public <T> T bulk(Supplier<T> work) {
        return holding(
                all,
                () -> {
                    under(true);
                    try {
                        return work.get();
                    } finally {
                        under(false);
                    }
                });
    }

    /** Changes only between small writes, so that one of them may rely on it to its end. */
    private void under(boolean way) {
        holding(small, () -> bulk = way);
    }

    /** Whether a bulk write may have changes that are not committed. */
    boolean bulkUnderWay() {
        return bulk;
    }

    /** Whether this very thread is in a bulk write. */
    public boolean inBulk() {
        return bulk && all.isHeldByCurrentThread();
    }

    private static <T> T holding(ReentrantLock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}

package org.eventops.persistence.atrest;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a write of the database that fails. H2 gives a database up at the first one, and
 * whoever asks it for anything after that may not come back: so one waits while the disk is full,
 * and after any other nobody is to ask.
 */
public final class Patience {
    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(200);

    private boolean willing;
    private boolean told;
    private volatile @Nullable IOException failure;

    /** From now on a write waits for room. */
    public synchronized void begin() {
        willing = true;
    }

    /** What waits fails now, and nothing waits any more. */
    public synchronized void end() {
        willing = false;
        notifyAll();
    }

    /** Why the database was given up; empty as long as it works. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    /**
     * Returns when it is worth trying again.
     *
     * @throws IOException the same, if it is not
     */
    synchronized void tryAgain(IOException failed) throws IOException {
        if (willing && isFull(failed)) {
            if (!told) {
                LOG.error("the disk is full: the database waits for room");
                told = true;
            }
            pause();
        }
        if (!willing || !isFull(failed)) {
            failure = failed;
            throw failed;
        }
    }

    private void pause() {
        long until = System.nanoTime() + AGAIN;
        long left = AGAIN;
        while (willing && left > 0) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            left = until - System.nanoTime();
        }
    }

    /** As systems say it: no room on the disk, none for this user, or none in one file. */
    public static boolean isFull(IOException failed) {
        String message = failed.getMessage();
        String text = message == null ? "" : message.toLowerCase(Locale.ROOT);
        return text.contains("no space left")
                || text.contains("not enough space")
                || text.contains("quota exceeded")
                || text.contains("file too large");
    }
}

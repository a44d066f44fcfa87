package org.eventops.persistence.capture;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.LongSupplier;
import org.eventops.domain.change.StoreException;
import org.eventops.persistence.atrest.Patience;

/**
 * Refuses what the disk may have no room for before anything of it is begun. H2 writes behind: once
 * it finds the disk full it has taken more than it can keep, and gives the database up.
 */
public final class DiskRoom {
    /** Bytes for what is under way: the journal's part, what H2 has yet to write, a closing. */
    private static final long LEAST = 32L << 20;

    private final LongSupplier free;
    private final Patience patience;
    private volatile long atBeginning;

    /**
     * @param patience of the database that stands in the folder
     */
    public DiskRoom(Path folder, Patience patience) {
        this(() -> free(folder.toFile()), patience);
    }

    DiskRoom(LongSupplier free, Patience patience) {
        this.free = free;
        this.patience = patience;
    }

    /**
     * Before anything is asked of the database.
     *
     * @throws SQLException if it was given up
     */
    public void working() throws SQLException {
        IOException failure = patience.failure().orElse(null);
        if (failure != null) {
            throw new SQLException("the database was given up", failure);
        }
    }

    public boolean isGivenUp() {
        return patience.failure().isPresent();
    }

    /**
     * For a write that is small for certain.
     *
     * @throws StoreException if the disk is as good as full
     */
    public void needed() {
        least(free.getAsLong(), LEAST);
    }

    /** A write begins that may become large; there is one at a time. */
    public void begun() {
        atBeginning = free.getAsLong();
        least(atBeginning, LEAST);
    }

    /**
     * For the next part of a large write, which may have to be taken back: that takes as much
     * again.
     *
     * @throws StoreException if the disk is as good as full
     */
    public void more() {
        long left = free.getAsLong();
        least(left, LEAST + Math.max(0, atBeginning - left));
    }

    private static void least(long left, long bytes) {
        if (left < bytes) {
            throw new StoreException(StoreException.Problem.DISK_FULL, (left >> 20) + " MB");
        }
    }

    /** Bytes; endless where the disk does not tell. */
    private static long free(File folder) {
        long free = folder.getUsableSpace();
        return free == 0 && folder.getTotalSpace() == 0 ? Long.MAX_VALUE : free;
    }
}

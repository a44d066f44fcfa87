package org.eventops.persistence.journal;

import java.util.Comparator;

/**
 * Where a mutation begins in the journal.
 *
 * @param segment first number of the file
 * @param offset of its first frame, bytes from the start of the file
 */
public record Place(long segment, long offset) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparingLong(Place::segment).thenComparingLong(Place::offset);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}

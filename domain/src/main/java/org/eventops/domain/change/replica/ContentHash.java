package org.eventops.domain.change.replica;

/**
 * What rows of one table come to, in no order.
 *
 * @param rows how many
 * @param sum of the rows' hashes, modulo 2^60
 */
public record ContentHash(long rows, long sum) {
    public static final ContentHash NONE = new ContentHash(0, 0);
    private static final long MASK = (1L << 60) - 1;

    public ContentHash plus(ContentHash other) {
        return new ContentHash(rows + other.rows, (sum + other.sum) & MASK);
    }
}

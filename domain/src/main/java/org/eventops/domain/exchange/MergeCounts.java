package org.eventops.domain.exchange;

/** How many keyed things of a file were new, changed, or as they were. */
public record MergeCounts(int created, int updated, int unchanged) {
    public static final MergeCounts NONE = new MergeCounts(0, 0, 0);

    public MergeCounts plus(MergeCounts other) {
        return new MergeCounts(
                created + other.created, updated + other.updated, unchanged + other.unchanged);
    }
}

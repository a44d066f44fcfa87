package org.eventops.domain.badge;

/**
 * A place on a badge in millimetres, to a tenth.
 *
 * @param x from the left edge
 * @param y from the top edge
 */
public record Box(double x, double y, double width, double height) {
    /** The shortest side of an element. */
    public static final double SMALLEST = 2;

    private static final double TENTHS = 10;

    public Box {
        x = tenths(x);
        y = tenths(y);
        width = tenths(width);
        height = tenths(height);
    }

    static double tenths(double millimetres) {
        // plus nought, so that there is one nought only
        return Math.round(millimetres * TENTHS) / TENTHS + 0.0;
    }

    /** Whether all of it lies on a badge of this size. */
    public boolean isWithin(double badgeWidth, double badgeHeight) {
        return x >= 0
                && y >= 0
                && width >= SMALLEST
                && height >= SMALLEST
                && tenths(x + width) <= badgeWidth
                && tenths(y + height) <= badgeHeight;
    }

    /** The same box, made no larger than the badge and moved onto it. */
    public Box within(double badgeWidth, double badgeHeight) {
        double wide = Math.clamp(width, SMALLEST, badgeWidth);
        double high = Math.clamp(height, SMALLEST, badgeHeight);
        return new Box(
                Math.clamp(x, 0, tenths(badgeWidth - wide)),
                Math.clamp(y, 0, tenths(badgeHeight - high)),
                wide,
                high);
    }
}

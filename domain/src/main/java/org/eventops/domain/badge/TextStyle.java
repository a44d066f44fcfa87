package org.eventops.domain.badge;

/**
 * How words are written; they shrink where they would not fit.
 *
 * @param points size of the type, {@link #SMALLEST} to {@link #LARGEST}
 */
public record TextStyle(int points, boolean bold, Align align) {
    public static final int SMALLEST = 4;
    public static final int LARGEST = 144;

    /** Where in its box a line stands. */
    public enum Align {
        LEFT,
        CENTER,
        RIGHT
    }
}

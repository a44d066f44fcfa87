package org.eventops.domain.badge;

/**
 * What is wrong at one place of a layout's file.
 *
 * @param place as a JSON path from {@code $}
 * @param value what stands there, shortened
 * @param expected names, or the least and the most, as the kind says; may be empty
 */
public record LayoutProblem(Kind kind, String place, String value, String expected) {
    private static final int SHOWN = 80;

    public LayoutProblem {
        value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }

    /** What was expected. */
    public enum Kind {
        /** The value says where reading stopped. */
        NOT_JSON,
        NOT_AN_OBJECT,
        NOT_A_LIST,
        /** The key has to be there. */
        MISSING,
        /** Expected are the known keys. */
        UNKNOWN_KEY,
        /** Expected is a range of numbers. */
        NOT_A_NUMBER,
        NOT_TEXT,
        NOT_YES_OR_NO,
        /** Expected is one of these names. */
        NOT_ONE_OF,
        /** Expected is the longest length. */
        TOO_LONG,
        /** Holds characters that cannot be kept. */
        NOT_PLAIN_TEXT,
        /** The element does not lie on the badge; expected is the badge's size. */
        OUTSIDE,
        /** Expected is the largest number of elements. */
        TOO_MANY,
        /** No Base64 of a picture, or one too large; expected is the most bytes. */
        NOT_A_LOGO
    }
}

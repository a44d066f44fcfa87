package org.eventops.persistence.hibernate;

import org.eventops.domain.change.StoreException;
import org.eventops.domain.change.StoreException.Problem;
import org.jspecify.annotations.Nullable;

/** Text as every console and the hub can hold it: no NUL, no lone surrogate. */
public final class CanonicalRows {
    private CanonicalRows() {}

    /**
     * The same text.
     *
     * @throws StoreException when it cannot be stored; whoever let it in should have said so before
     */
    public static String text(String text) {
        text.codePoints().forEach(CanonicalRows::check);
        return text;
    }

    /** The same for text that may be absent. */
    public static @Nullable String orNull(@Nullable String text) {
        return text == null ? null : text(text);
    }

    /** A surrogate that is a code point of its own is a lone one. */
    private static void check(int codePoint) {
        boolean surrogate =
                codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        if (codePoint == 0 || surrogate) {
            throw new StoreException(Problem.FAILED, "text that cannot be stored");
        }
    }
}

package org.eventops.domain.door;

/** Text as every store of the organisation keeps it: no control characters, no lone surrogates. */
final class CanonicalText {
    private static final char REPLACEMENT = '\uFFFD';

    private CanonicalText() {}

    /** The text with what cannot be kept replaced, cut to so many characters. */
    static String of(String text, int limit) {
        StringBuilder kept = new StringBuilder(Math.min(text.length(), limit));
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int length = Character.charCount(point);
            if (kept.length() + length > limit) {
                break;
            }
            kept.appendCodePoint(isKept(point) ? point : REPLACEMENT);
            i += length;
        }
        return kept.toString();
    }

    static boolean isCanonical(String text) {
        return text.codePoints().allMatch(CanonicalText::isKept);
    }

    private static boolean isKept(int point) {
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return !surrogate && !Character.isISOControl(point);
    }
}

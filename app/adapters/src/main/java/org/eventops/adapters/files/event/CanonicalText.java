package org.eventops.adapters.files.event;

/** Which text a file may bring. */
final class CanonicalText {
    private CanonicalText() {}

    /**
     * @param lines whether line breaks are allowed
     */
    static boolean allowed(String text, boolean lines) {
        return text.codePoints().allMatch(c -> (lines && c == '\n') || allowed(c));
    }

    private static boolean allowed(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.CONTROL && type != Character.SURROGATE;
    }
}

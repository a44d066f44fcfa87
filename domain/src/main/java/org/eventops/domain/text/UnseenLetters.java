package org.eventops.domain.text;

/** What stands in a text and is not seen there, or turns what is seen around. */
public final class UnseenLetters {
    private UnseenLetters() {}

    /**
     * @param point of Unicode
     */
    public static boolean isOne(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }
}

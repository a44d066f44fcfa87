package org.eventops.launcher.cli;

/**
 * What somebody typed, as a sentence quotes it: it does nothing to the terminal and is no novel.
 */
final class ShownValue {
    /** Room for the path of a file. */
    static final int LONGEST = 200;

    private ShownValue() {}

    static String of(String typed) {
        StringBuilder shown = new StringBuilder();
        typed.codePoints().limit(LONGEST).forEach(point -> add(shown, point));
        return typed.codePointCount(0, typed.length()) > LONGEST
                ? shown.append('…').toString()
                : shown.toString();
    }

    private static void add(StringBuilder shown, int point) {
        if (isSeen(point)) {
            shown.appendCodePoint(point);
        } else {
            shown.append(String.format("\\u{%x}", point));
        }
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    false;
            default -> true;
        };
    }
}

package org.eventops.launcher.cli;

import org.eventops.domain.text.UnseenLetters;

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
        if (UnseenLetters.isOne(point)) {
            shown.append(String.format("\\u{%x}", point));
        } else {
            shown.appendCodePoint(point);
        }
    }
}

package org.eventops.domain.door.search;

/**
 * Finds a word in a text although it has one typing error: a letter too many, too few, another, or
 * two swapped. One error leaves one half of the word as it was (or swaps the two letters between
 * the halves), so that only places where a half stands are looked at.
 */
final class OneTypo {
    /** Shorter words would match nearly everything. */
    static final int SHORTEST = 5;

    /** Ends a field: no error joins two of them. */
    static final char FIELD_END = '\n';

    private final String word;
    private final String left;
    private final String right;
    private final String swapped;

    OneTypo(String word) {
        this.word = word;
        int half = word.length() / 2;
        left = word.substring(0, half);
        right = word.substring(half);
        swapped =
                word.substring(0, half - 1)
                        + word.charAt(half)
                        + word.charAt(half - 1)
                        + word.substring(half + 1);
    }

    static boolean mayHave(String word) {
        return word.length() >= SHORTEST;
    }

    /** The halves to look for; a text that holds none of them does not hold the word. */
    String[] seeds() {
        return new String[] {left, right, swapped};
    }

    /** Whether the word, with one error, stands somewhere in this part of the text. */
    boolean isIn(String text, int from, int to) {
        return text.indexOf(swapped, from, to) >= 0
                || anyForward(text, from, to)
                || anyBackward(text, from, to);
    }

    /** Whether the word stands around this place, where this seed was found. */
    boolean isAt(int seed, String text, int place, int from, int to) {
        return switch (seed) {
            case 0 -> forward(text, place, to);
            case 1 -> backward(text, place + right.length(), from);
            default -> true;
        };
    }

    private boolean anyForward(String text, int from, int to) {
        int at = text.indexOf(left, from, to);
        while (at >= 0 && !forward(text, at, to)) {
            at = text.indexOf(left, at + 1, to);
        }
        return at >= 0;
    }

    private boolean anyBackward(String text, int from, int to) {
        int at = text.indexOf(right, from, to);
        while (at >= 0 && !backward(text, at + right.length(), from)) {
            at = text.indexOf(right, at + 1, to);
        }
        return at >= 0;
    }

    /** The word starts here; the error, if any, is where the two first differ. */
    private boolean forward(String text, int start, int to) {
        int length = word.length();
        int i = left.length();
        int t = start + i;
        while (i < length && t < to && word.charAt(i) == text.charAt(t)) {
            i++;
            t++;
        }
        boolean letter = t < to && text.charAt(t) != FIELD_END;
        return i == length
                || rest(text, t, i + 1, to)
                || (letter && rest(text, t + 1, i + 1, to))
                || (letter && rest(text, t + 1, i, to))
                || (i + 1 < length
                        && t + 1 < to
                        && word.charAt(i) == text.charAt(t + 1)
                        && word.charAt(i + 1) == text.charAt(t)
                        && rest(text, t + 2, i + 2, to));
    }

    private boolean rest(String text, int t, int i, int to) {
        int left = word.length() - i;
        return t <= to && t + left <= to && text.regionMatches(t, word, i, left);
    }

    /** The word ends before this place; its right half is known to stand there. */
    private boolean backward(String text, int end, int from) {
        int i = word.length() - right.length() - 1;
        int t = end - right.length() - 1;
        while (i >= 0 && t >= from && word.charAt(i) == text.charAt(t)) {
            i--;
            t--;
        }
        boolean letter = t >= from && text.charAt(t) != FIELD_END;
        return i < 0
                || start(text, t, i - 1, from)
                || (letter && start(text, t - 1, i - 1, from))
                || (letter && start(text, t - 1, i, from))
                || (i >= 1
                        && t - 1 >= from
                        && word.charAt(i) == text.charAt(t - 1)
                        && word.charAt(i - 1) == text.charAt(t)
                        && start(text, t - 2, i - 2, from));
    }

    /** Whether the word up to and with letter i stands in the text up to and with place t. */
    private boolean start(String text, int t, int i, int from) {
        int length = i + 1;
        int begin = t + 1 - length;
        return begin >= from && text.regionMatches(begin, word, 0, length);
    }
}

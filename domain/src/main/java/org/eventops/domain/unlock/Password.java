package org.eventops.domain.unlock;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** What a password has to be. */
public final class Password {
    public static final int SHORTEST = 10;
    public static final int LONGEST = 256;

    /** Fewer different characters than this are guessed at once. */
    private static final int FEWEST_DIFFERENT = 5;

    /** A shorter word of a name says nothing by standing in a password. */
    private static final int SHORTEST_WORD = 3;

    /** Why it will not do. */
    public enum Problem {
        TOO_SHORT,
        TOO_LONG,
        /** The same few characters again and again, or one after the other. */
        TOO_PLAIN,
        /** Part of the person's own name. */
        IS_NAME
    }

    private Password() {}

    /** Empty when it will do. */
    public static Optional<Problem> problem(String name, String typed) {
        int length = typed.codePointCount(0, typed.length());
        if (length < SHORTEST) {
            return Optional.of(Problem.TOO_SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(Problem.TOO_LONG);
        }
        if (isPlain(typed)) {
            return Optional.of(Problem.TOO_PLAIN);
        }
        return holds(typed, name) ? Optional.of(Problem.IS_NAME) : Optional.empty();
    }

    private static boolean isPlain(String typed) {
        long different = typed.chars().distinct().count();
        int steps = 0;
        for (int i = 1; i < typed.length(); i++) {
            steps += Math.abs(typed.charAt(i) - typed.charAt(i - 1)) <= 1 ? 1 : 0;
        }
        return different < FEWEST_DIFFERENT || steps > typed.length() / 2;
    }

    /** Nearly nothing but the name. */
    private static boolean holds(String typed, String name) {
        String rest = typed.toLowerCase(Locale.ROOT);
        for (String word : name.toLowerCase(Locale.ROOT).split("[\\s.@-]+", -1)) {
            if (word.length() >= SHORTEST_WORD) {
                rest = rest.replace(word, "");
            }
        }
        return rest.length() < typed.length()
                && rest.codePoints().filter(Character::isLetterOrDigit).count() < FEWEST_DIFFERENT;
    }

    /** One way of writing each character, whatever keyboard it came from. */
    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC);
    }
}

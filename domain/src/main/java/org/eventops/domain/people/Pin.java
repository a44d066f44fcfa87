package org.eventops.domain.people;

import java.util.Optional;

/** The digits by which somebody is known at a door; whoever stands beside may see them typed. */
public final class Pin {
    public static final int SHORTEST = 4;
    public static final int LONGEST = 12;

    /** Why digits are no PIN. */
    public enum Problem {
        NOT_DIGITS,
        TOO_SHORT,
        TOO_LONG,
        /** One digit again and again, or one after the other, up or down. */
        TOO_PLAIN
    }

    private Pin() {}

    /** Empty when the digits will do. */
    public static Optional<Problem> problem(String typed) {
        if (!typed.chars().allMatch(each -> each >= '0' && each <= '9')) {
            return Optional.of(Problem.NOT_DIGITS);
        }
        if (typed.length() < SHORTEST) {
            return Optional.of(Problem.TOO_SHORT);
        }
        if (typed.length() > LONGEST) {
            return Optional.of(Problem.TOO_LONG);
        }
        return isPlain(typed) ? Optional.of(Problem.TOO_PLAIN) : Optional.empty();
    }

    private static boolean isPlain(String digits) {
        int step = digits.charAt(1) - digits.charAt(0);
        for (int i = 2; i < digits.length(); i++) {
            if (digits.charAt(i) - digits.charAt(i - 1) != step) {
                return false;
            }
        }
        return Math.abs(step) <= 1;
    }
}

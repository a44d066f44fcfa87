package org.eventops.sync.server;

import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Passphrases that the program makes: 24 digits (79 bits) in groups of four, which sound the same
 * over a bad radio in every language and are typed on any keyboard.
 */
final class Passphrase {
    private static final int GROUPS = 6;
    private static final int GROUP = 4;

    private Passphrase() {}

    static String made(SecureRandom random) {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                made.append(' ');
            }
            made.append((char) ('0' + random.nextInt(10)));
        }
        return made.toString();
    }

    /**
     * What a person typed as it is used: of digits alone, blanks and hyphens between them do not
     * count; any other passphrase is taken as it stands.
     *
     * @return a new array, which the caller wipes
     */
    static char[] plain(char[] typed) {
        char[] digits = new char[typed.length];
        int count = 0;
        for (char each : typed) {
            if (each >= '0' && each <= '9') {
                digits[count++] = each;
            } else if (each != ' ' && each != '-') {
                Arrays.fill(digits, '\0');
                return typed.clone();
            }
        }
        char[] plain = Arrays.copyOf(digits, count);
        Arrays.fill(digits, '\0');
        return plain;
    }
}

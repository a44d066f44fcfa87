package org.eventops.domain.unlock;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * How a password is made costly to guess: Argon2id, version 1.3.
 *
 * @param memory KiB
 * @param passes over the memory
 * @param lanes that need each other
 * @param salt as Base64, random for each password
 */
public record Stretching(int memory, int passes, int lanes, String salt) {
    /**
     * About 300 ms on a machine with two cores ({@code bench unlock}); the second of the two
     * recommendations of RFC 9106, but for its four lanes, which our library works off in turn.
     */
    private static final int MEMORY = 64 << 10;

    private static final int PASSES = 3;
    private static final int LANES = 1;
    private static final int SALT = 16;

    /** As strong as this version of the program makes it. */
    public static Stretching usual(SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return new Stretching(MEMORY, PASSES, LANES, Base64.getEncoder().encodeToString(salt));
    }
}

package org.eventops.domain.people;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A PIN as it is kept: stretched with a salt of its own, so that equal ones do not look alike and
 * each guess costs. Few digits can be guessed all the same by whoever takes the store away.
 *
 * @param salt as Base64
 * @param hash as Base64
 */
record PinHash(int rounds, String salt, String hash) {
    static final int ROUNDS = 210_000;
    private static final String FORM = "pbkdf2-sha256";
    private static final int SALT = 16;
    private static final int BITS = 256;
    private static final int PARTS = 4;

    static PinHash of(String digits, SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return new PinHash(ROUNDS, text(salt), text(stretched(digits, salt, ROUNDS)));
    }

    /**
     * @throws IllegalArgumentException if this was not written by {@link #written}
     */
    static PinHash read(String written) {
        String[] parts = written.split("\\$", -1);
        if (parts.length != PARTS || !parts[0].equals(FORM)) {
            throw new IllegalArgumentException("not a kept PIN");
        }
        return new PinHash(Integer.parseInt(parts[1]), parts[2], parts[3]);
    }

    String written() {
        return String.join("$", FORM, Integer.toString(rounds), salt, hash);
    }

    boolean isOf(String digits) {
        return MessageDigest.isEqual(bytes(hash), stretched(digits, bytes(salt), rounds));
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] stretched(String digits, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(digits.toCharArray(), salt, rounds, BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            // Every Java has it.
            throw new IllegalStateException(e);
        } finally {
            spec.clearPassword();
        }
    }
}

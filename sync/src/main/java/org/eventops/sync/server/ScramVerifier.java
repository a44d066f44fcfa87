package org.eventops.sync.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What PostgreSQL keeps of a secret (RFC 5802, RFC 7677), so that the secret itself never travels
 * to it: {@code SCRAM-SHA-256$4096:salt$StoredKey:ServerKey}. The few rounds suffice because our
 * secrets are 256 random bits, not words.
 */
public final class ScramVerifier {
    private static final int ROUNDS = 4096;
    private static final int SALT_BYTES = 16;
    private static final int KEY_BITS = 256;

    private ScramVerifier() {}

    /**
     * @param secret printable ASCII
     */
    public static String of(String secret, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return of(secret, salt, ROUNDS);
    }

    static String of(String secret, byte[] salt, int rounds) {
        if (secret.isEmpty() || !secret.chars().allMatch(each -> each > ' ' && each < 0x7f)) {
            throw new IllegalArgumentException("a secret is printable ASCII without spaces");
        }
        try {
            byte[] salted = salted(secret, salt, rounds);
            byte[] stored = MessageDigest.getInstance("SHA-256").digest(mac(salted, "Client Key"));
            Base64.Encoder base64 = Base64.getEncoder();
            return "SCRAM-SHA-256$"
                    + rounds
                    + ":"
                    + base64.encodeToString(salt)
                    + "$"
                    + base64.encodeToString(stored)
                    + ":"
                    + base64.encodeToString(mac(salted, "Server Key"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks SCRAM's algorithms", e);
        }
    }

    private static byte[] salted(String secret, byte[] salt, int rounds)
            throws GeneralSecurityException {
        char[] characters = secret.toCharArray();
        PBEKeySpec spec = new PBEKeySpec(characters, salt, rounds, KEY_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } finally {
            spec.clearPassword();
            Arrays.fill(characters, '\0');
        }
    }

    private static byte[] mac(byte[] key, String word) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(word.getBytes(StandardCharsets.US_ASCII));
    }
}

package org.eventops.sync.server;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts under a passphrase: PBKDF2-HMAC-SHA-256 and AES-256-GCM. The head says how the key was
 * made, so that it can be made another way one day: version (1 byte), way (1), rounds (4), salt
 * (16), nonce (12); all of it is authenticated.
 */
final class PassphraseLock {
    private static final byte VERSION = 1;
    private static final byte PBKDF2_SHA256 = 1;
    private static final int ROUNDS = 600_000;

    /** What a head may ask for: fewer would be weak, more would keep this machine busy. */
    private static final int MOST_ROUNDS = 5_000_000;

    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int HEAD = 1 + 1 + 4 + SALT + NONCE;
    private static final int TAG_BITS = 128;

    private PassphraseLock() {}

    static byte[] lock(byte[] content, char[] passphrase, SecureRandom random) {
        byte[] salt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        ByteBuffer head = ByteBuffer.allocate(HEAD).put(VERSION).put(PBKDF2_SHA256).putInt(ROUNDS);
        byte[] headBytes = head.put(salt).put(nonce).array();
        try {
            byte[] shut = cipher(Cipher.ENCRYPT_MODE, headBytes, passphrase).doFinal(content);
            return ByteBuffer.allocate(HEAD + shut.length).put(headBytes).put(shut).array();
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    /**
     * @return empty if the passphrase is another, or it was changed or made some other way
     */
    static Optional<byte[]> open(byte[] locked, char[] passphrase) {
        if (locked.length < HEAD + TAG_BITS / 8 || !understood(locked)) {
            return Optional.empty();
        }
        byte[] head = Arrays.copyOf(locked, HEAD);
        try {
            return Optional.of(
                    cipher(Cipher.DECRYPT_MODE, head, passphrase)
                            .doFinal(locked, HEAD, locked.length - HEAD));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw lacking(e);
        }
    }

    private static boolean understood(byte[] locked) {
        int rounds = ByteBuffer.wrap(locked).getInt(2);
        return locked[0] == VERSION
                && locked[1] == PBKDF2_SHA256
                && rounds >= ROUNDS
                && rounds <= MOST_ROUNDS;
    }

    private static Cipher cipher(int mode, byte[] head, char[] passphrase)
            throws GeneralSecurityException {
        ByteBuffer from = ByteBuffer.wrap(head).position(2);
        int rounds = from.getInt();
        byte[] salt = new byte[SALT];
        byte[] nonce = new byte[NONCE];
        from.get(salt).get(nonce);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(passphrase, salt, rounds), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head);
        return cipher;
    }

    private static SecretKey key(char[] passphrase, byte[] salt, int rounds)
            throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase, salt, rounds, 256);
        try {
            byte[] key =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded();
            return new SecretKeySpec(key, "AES");
        } finally {
            spec.clearPassword();
        }
    }

    private static IllegalStateException lacking(GeneralSecurityException cause) {
        return new IllegalStateException("this Java lacks what a locked bundle needs", cause);
    }
}

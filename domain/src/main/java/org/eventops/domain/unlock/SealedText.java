package org.eventops.domain.unlock;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Few bytes under a key, as Base64: AES-256-GCM with a random nonce in front, bound to what it is
 * about, so that nobody puts it in another place unnoticed.
 */
public final class SealedText {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private SealedText() {}

    public static String seal(SecretKey key, String about, byte[] plain, SecureRandom random) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, about, nonce).doFinal(plain);
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            // Every Java has it, and the key has the right length.
            throw new IllegalStateException(e);
        }
    }

    /** Empty if it was sealed under another key, about something else, or has been changed. */
    public static Optional<byte[]> open(SecretKey key, String about, String sealed) {
        try {
            byte[] all = Base64.getDecoder().decode(sealed);
            if (all.length < NONCE) {
                return Optional.empty();
            }
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, about, Arrays.copyOf(all, NONCE));
            return Optional.of(cipher.doFinal(all, NONCE, all.length - NONCE));
        } catch (AEADBadTagException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, String about, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

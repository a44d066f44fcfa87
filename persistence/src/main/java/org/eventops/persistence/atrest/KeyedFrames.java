package org.eventops.persistence.atrest;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** Frames under a key: AES-256-GCM, nonce in front. */
final class KeyedFrames implements FrameSeal {
    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    KeyedFrames(SecretKey key) {
        this.key = key;
    }

    @Override
    public int added() {
        return NONCE + TAG;
    }

    @Override
    public byte[] seal(byte[] payload, long segment, long offset) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        ByteBuffer sealed = ByteBuffer.allocate(NONCE + payload.length + TAG).put(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, segment, offset);
            cipher.doFinal(ByteBuffer.wrap(payload), sealed);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    @Override
    public Optional<byte[]> open(byte[] frame, long segment, long offset) {
        if (frame.length < NONCE + TAG) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(frame, NONCE);
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, segment, offset);
            return Optional.of(cipher.doFinal(frame, NONCE, frame.length - NONCE));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, long segment, long offset)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(
                ByteBuffer.allocate(2 * Long.BYTES).putLong(segment).putLong(offset).flip());
        return cipher;
    }
}

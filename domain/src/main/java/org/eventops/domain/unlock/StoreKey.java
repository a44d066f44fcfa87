package org.eventops.domain.unlock;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The random key of one store, 256 bits. Nobody types it: the passwords of people wrap it, so that
 * a new password changes nothing of what lies under the key.
 */
public final class StoreKey {
    public static final int BYTES = 32;

    private final byte[] bytes;

    private StoreKey(byte[] bytes) {
        this.bytes = bytes;
    }

    public static StoreKey random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new StoreKey(bytes);
    }

    /**
     * @throws IllegalArgumentException unless there are {@link #BYTES} of them
     */
    public static StoreKey of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException(bytes.length + " bytes are no key of a store");
        }
        return new StoreKey(bytes.clone());
    }

    /** A copy, to be wrapped. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * An AES-256 key for one purpose (HKDF-SHA-256): what is learnt of it tells nothing of the
     * others.
     */
    public SecretKey derive(String purpose) {
        HKDFParameterSpec how =
                HKDFParameterSpec.ofExtract()
                        .addIKM(new SecretKeySpec(bytes, "Generic"))
                        .thenExpand(
                                ("eventops " + purpose).getBytes(StandardCharsets.UTF_8), BYTES);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", how);
        } catch (GeneralSecurityException e) {
            // Every Java of ours has it.
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoreKey key && Arrays.equals(key.bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Never the key itself, which would end up in a log. */
    @Override
    public String toString() {
        return "StoreKey";
    }
}

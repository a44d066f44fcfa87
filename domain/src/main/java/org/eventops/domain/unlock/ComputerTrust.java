package org.eventops.domain.unlock;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * That this computer opens the store for one person without a password: the store's key under a
 * random secret that only the system's key store knows.
 *
 * @param name of the person as whom one works then
 * @param window whether the window opens so as well, and not commands alone
 * @param place of the secret in the key store
 * @param wrapped the store's key, as {@link SealedText} has it; bound to the name and to whether
 *     the window opens, so that neither is changed in the file
 */
public record ComputerTrust(String name, boolean window, String place, String wrapped) {
    private static final int PLACE_BYTES = 16;

    static String newPlace(SecureRandom random) {
        byte[] bytes = new byte[PLACE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static String newSecret(SecureRandom random) {
        byte[] bytes = new byte[StoreKey.BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * @param secret as {@link #newSecret} made it
     */
    static ComputerTrust of(
            String name, boolean window, String place, String secret, StoreKey key) {
        SecretKey own = key(secret).orElseThrow();
        SecureRandom random = new SecureRandom();
        String wrapped = SealedText.seal(own, about(name, window), key.bytes(), random);
        return new ComputerTrust(name, window, place, wrapped);
    }

    /** Empty if it lies under another secret, or was changed. */
    Optional<StoreKey> open(String secret) {
        return key(secret)
                .flatMap(own -> SealedText.open(own, about(name, window), wrapped))
                .map(StoreKey::of);
    }

    private static String about(String name, boolean window) {
        return "computer " + window + " " + name;
    }

    private static Optional<SecretKey> key(String secret) {
        try {
            byte[] bytes = Base64.getDecoder().decode(secret);
            return bytes.length == StoreKey.BYTES
                    ? Optional.of(new SecretKeySpec(bytes, "AES"))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Anybody may have written there.
            return Optional.empty();
        }
    }
}

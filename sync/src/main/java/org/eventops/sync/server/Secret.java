package org.eventops.sync.server;

import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets: 256 bits as 43 characters of base64url. */
public final class Secret {
    static final int BYTES = 32;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private Secret() {}

    /** A new one. */
    public static String made(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return text(bytes);
    }

    static String text(byte[] bytes) {
        return TEXT.encodeToString(bytes);
    }

    /**
     * @throws IllegalArgumentException if it is no base64url
     */
    static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}

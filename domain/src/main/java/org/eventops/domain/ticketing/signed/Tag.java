package org.eventops.domain.ticketing.signed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The first bytes of a SHA-256: enough to tell the keys or products of an event apart, and short
 * enough for a code. What only looks alike by it is refused by the signature.
 */
final class Tag {
    private Tag() {}

    /** Of a text, unsigned; never 0, which stands for none. */
    static int of(String text, int bytes) {
        return of(text.getBytes(StandardCharsets.UTF_8), bytes);
    }

    static int of(byte[] content, int bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            int tag = 0;
            for (byte each : Arrays.copyOf(digest, bytes)) {
                tag = tag << 8 | (each & 0xff);
            }
            return tag == 0 ? 1 : tag;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

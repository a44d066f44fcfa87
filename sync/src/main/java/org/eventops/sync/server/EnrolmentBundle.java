package org.eventops.sync.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * What an administrator hands to a new console, once: as a file, or as one QR code. Its secret is
 * good for the first connection only, which replaces it.
 *
 * @param validUntil the hub refuses its secret from then on
 */
public record EnrolmentBundle(HubAccess access, Instant validUntil) {
    /** What the text of a bundle begins with. */
    public static final String PREFIX = "EVENTOPS1:";

    /** The most characters that one QR code holds (version 40, lowest correction, bytes). */
    public static final int QR_CODE = 2953;

    /**
     * Text that only the passphrase opens; printable ASCII on one line.
     *
     * @param passphrase left as it is; the caller wipes it. Blanks and hyphens between digits do
     *     not count
     */
    public String locked(char[] passphrase, SecureRandom random) {
        ObjectNode node = HubAccessJson.of(access);
        node.put("until", validUntil.getEpochSecond());
        byte[] packed = PackedText.packed(HubAccessJson.bytes(node));
        char[] plain = Passphrase.plain(passphrase);
        try {
            return PREFIX + Secret.text(PassphraseLock.lock(packed, plain, random));
        } finally {
            Arrays.fill(plain, '\0');
        }
    }

    /**
     * @param content of the file or the code; blanks and line ends around and in it do not matter
     * @return empty if the passphrase does not open it, or it is no bundle
     */
    public static Optional<EnrolmentBundle> open(byte[] content, char[] passphrase) {
        String text = new String(content, StandardCharsets.US_ASCII).replaceAll("\\s", "");
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        char[] plain = Passphrase.plain(passphrase);
        try {
            return PassphraseLock.open(Secret.bytes(text.substring(PREFIX.length())), plain)
                    .map(packed -> read(HubAccessJson.tree(PackedText.unpacked(packed))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(plain, '\0');
        }
    }

    private static EnrolmentBundle read(JsonNode node) {
        if (!node.path("until").isIntegralNumber()) {
            throw new IllegalArgumentException("no time");
        }
        return new EnrolmentBundle(
                HubAccessJson.read(node), Instant.ofEpochSecond(node.path("until").longValue()));
    }
}

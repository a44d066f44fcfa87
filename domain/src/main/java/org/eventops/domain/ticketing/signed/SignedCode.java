package org.eventops.domain.ticketing.signed;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A payload with its Ed25519 signature, as the text of a QR code: {@code EO1} and capital letters
 * and digits only. So it fits the alphanumeric mode of QR codes, and a scanner that types it is
 * understood with any keyboard layout that has its letters in place.
 */
public final class SignedCode {
    static final String PREFIX = "EO1";
    private static final int SIGNATURE = 64;
    private static final int BASE = 36;
    private static final int LONGEST = 200;
    private static final Pattern FORM = Pattern.compile("EO1[0-9A-Z]{40," + LONGEST + "}");

    private final String text;
    private final TicketPayload payload;
    private final byte[] signed;
    private final byte[] signature;

    private SignedCode(String text, TicketPayload payload, byte[] signed, byte[] signature) {
        this.text = text;
        this.payload = payload;
        this.signed = signed;
        this.signature = signature;
    }

    /** Reads any text, in any case of letters; empty if it is no code of this form. */
    public static Optional<SignedCode> read(String code) {
        if (code.length() > LONGEST) {
            return Optional.empty();
        }
        String text = code.toUpperCase(Locale.ROOT);
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        byte[] bytes = new BigInteger(text.substring(PREFIX.length()), BASE).toByteArray();
        // The number begins with a one, which keeps the zeros after it.
        if (bytes.length <= SIGNATURE + 1 || bytes[0] != 1) {
            return Optional.empty();
        }
        byte[] payload = Arrays.copyOfRange(bytes, 1, bytes.length - SIGNATURE);
        byte[] signature = Arrays.copyOfRange(bytes, bytes.length - SIGNATURE, bytes.length);
        return TicketPayload.read(payload)
                .map(read -> new SignedCode(text, read, toSign(payload), signature))
                .filter(SignedCode::isPlain);
    }

    /** One content has one text: no second spelling of a code counts as another. */
    private boolean isPlain() {
        return text(payload.bytes(), signature).equals(text);
    }

    static SignedCode of(TicketPayload payload, byte[] signature) {
        byte[] bytes = payload.bytes();
        return new SignedCode(text(bytes, signature), payload, toSign(bytes), signature);
    }

    private static String text(byte[] payload, byte[] signature) {
        byte[] all =
                ByteBuffer.allocate(1 + payload.length + signature.length)
                        .put((byte) 1)
                        .put(payload)
                        .put(signature)
                        .array();
        return PREFIX + new BigInteger(1, all).toString(BASE).toUpperCase(Locale.ROOT);
    }

    /** The format's version is signed as well. */
    static byte[] toSign(byte[] payload) {
        byte[] prefix = PREFIX.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(prefix.length + payload.length).put(prefix).put(payload).array();
    }

    public String text() {
        return text;
    }

    public TicketPayload payload() {
        return payload;
    }

    byte[] signed() {
        return signed.clone();
    }

    byte[] signature() {
        return signature.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignedCode code && code.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}

package org.eventops.persistence.unlock;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.eventops.domain.unlock.OneTimeCodes;

/** Codes as authenticator apps show them. */
public final class AppCodes implements OneTimeCodes {
    private static final String ISSUER = "EventOps";

    private final TimeBasedOneTimePasswordGenerator generator =
            new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(STEP));

    @Override
    public String at(byte[] secret, Instant at) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            // Any bytes are a key of an HMAC.
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String address(String name, byte[] secret) {
        String typed = Base32.toBase32String(secret).replace("=", "");
        return "otpauth://totp/"
                + escaped(ISSUER + ":" + name)
                + "?secret="
                + typed
                + "&issuer="
                + ISSUER
                + "&digits=6&period="
                + STEP;
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

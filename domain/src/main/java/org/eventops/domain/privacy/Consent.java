package org.eventops.domain.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has agreed to, or no longer does.
 *
 * @param subject an e-mail address or a phone number, folded as in {@link Subject}
 * @param purpose what for, such as {@code news}
 * @param source where they said so, such as a form; may be empty
 * @param wording what they were asked
 */
public record Consent(
        String subject,
        String purpose,
        boolean given,
        Instant at,
        String source,
        @Nullable String wording) {}

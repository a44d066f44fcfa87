package org.eventops.domain.door;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came to the door.
 *
 * @param code as read, not cleaned yet
 * @param at the instant decided for
 * @param override a supervisor's reason to pass a refusal that may be passed
 */
public record ScanRequest(
        String code,
        ScanKind kind,
        Instant at,
        @Nullable String gate,
        Map<String, String> answers,
        boolean allowUnpaid,
        @Nullable String override) {
    public ScanRequest {
        answers = Map.copyOf(answers);
    }

    public static ScanRequest entry(String code, Instant at) {
        return new ScanRequest(code, ScanKind.ENTRY, at, null, Map.of(), false, null);
    }
}

package org.eventops.domain.ticketing.issue;

import org.eventops.domain.event.EventRow;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.domain.ticketing.signed.SignedCode;
import org.jspecify.annotations.Nullable;

/** What a code says of itself, and whether it is genuine. Nothing is decided or recorded. */
public sealed interface Verification {
    /** It is none of our signed codes. */
    record Unsigned(String code) implements Verification {}

    /** Signed with a key that this console does not know. */
    record Stranger(SignedCode code, boolean known) implements Verification {}

    /**
     * @param genuine false when it was altered
     * @param known whether its ticket is in this store
     * @param product key of the ticket's; absent when the event has none that fits
     */
    record Ours(
            SignedCode code,
            boolean genuine,
            EventRow event,
            SigningKey key,
            boolean known,
            @Nullable String product)
            implements Verification {}
}

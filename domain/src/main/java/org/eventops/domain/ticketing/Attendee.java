package org.eventops.domain.ticketing;

import org.jspecify.annotations.Nullable;

/** Whom a ticket lets in; every part may still be unknown. */
public record Attendee(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String company) {
    public static final Attendee UNKNOWN = new Attendee(null, null, null, null);
}

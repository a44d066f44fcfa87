package org.eventops.domain.venue;

import org.jspecify.annotations.Nullable;

/** A place events happen in. */
public record Venue(
        String name, String city, @Nullable String address, @Nullable Integer capacity) {}

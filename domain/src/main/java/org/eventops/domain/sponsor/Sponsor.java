package org.eventops.domain.sponsor;

import org.jspecify.annotations.Nullable;

/** A company that pays to be seen. */
public record Sponsor(
        String name, String industry, @Nullable String city, @Nullable String email) {}

package org.eventops.domain.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of an event's history: who moved it, when and why. */
public record StatusChange(
        EventStatus from, EventStatus to, Instant at, String by, @Nullable String reason) {}

package org.eventops.domain.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One date of an event with several; {@code key} is unique in the event and never changes. */
public record SeriesDate(String key, Instant starts, Instant ends, @Nullable Instant admission) {}

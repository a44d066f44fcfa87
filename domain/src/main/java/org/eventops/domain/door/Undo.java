package org.eventops.domain.door;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A scan taken back; it no longer counts, and stays on record. */
public record Undo(Instant at, @Nullable String reason, @Nullable String operator) {}

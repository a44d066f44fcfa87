package org.eventops.domain.sync;

import java.time.Instant;
import java.util.UUID;
import org.eventops.domain.access.OfEvent;
import org.jspecify.annotations.Nullable;

/**
 * Two sides that the hub could not both let stand (or, for a duplicate entry, that both happened).
 *
 * @param scope the event, or the organisation
 * @param what label of the row it is about, as far as known
 * @param table synced table of the row
 * @param loser what did not come to stand, as JSON; see docs/sync.md
 * @param winner what stands, as JSON
 * @param resolved when a person, or the hub, settled it; null while it is open
 * @param taken which side they took, so that it means the same at every console: {@code loser},
 *     {@code winner}, {@code both}, or {@code undone} where the hub settled it
 */
public record Conflict(
        UUID id,
        UUID scope,
        Kind kind,
        @Nullable String what,
        @Nullable String table,
        @Nullable UUID row,
        @Nullable String field,
        Side loser,
        Side winner,
        Instant raised,
        @Nullable Instant resolved,
        @Nullable String resolvedBy,
        @Nullable String taken)
        implements OfEvent {
    /** Names are a contract of the command line. */
    public enum Kind {
        FIELD,
        DUPLICATE_ENTRY,
        OVERSOLD,
        SLUG,
        DELETED,
        HOLD,
        REJECTED
    }

    /**
     * @param value JSON, null for nothing
     * @param device the console's name
     */
    public record Side(@Nullable String value, @Nullable String device, @Nullable Instant at) {}

    /** What is the organisation's own is of no event, so that a role at one is not enough. */
    @Override
    public UUID ofEvent() {
        return scope;
    }
}

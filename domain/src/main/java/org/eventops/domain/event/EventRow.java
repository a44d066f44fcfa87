package org.eventops.domain.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.eventops.domain.access.OfEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event as a list shows it, read by one query.
 *
 * @param sold tickets that are not cancelled, of orders that are pending or paid
 * @param entered tickets with at least one entry that counts
 */
public record EventRow(
        EventId id,
        String slug,
        String name,
        EventType type,
        EventStatus status,
        ZoneId zone,
        Instant starts,
        Instant ends,
        @Nullable String city,
        @Nullable String venue,
        @Nullable Integer capacity,
        int sold,
        int entered)
        implements OfEvent {
    @Override
    public UUID ofEvent() {
        return id.value();
    }
}

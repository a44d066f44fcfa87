package org.eventops.domain.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What an event is, without what belongs to it.
 *
 * @param slug unique in the organisation, {@code [a-z0-9]+(-[a-z0-9]+)*}, at most 80 characters
 * @param zone days and "today" at the door are of this zone
 * @param admission when doors open; absent means at the start
 * @param capacity people; absent means unlimited
 * @param tier the commission tier, absent while none is set
 */
public record Event(
        String slug,
        String name,
        EventType type,
        EventStatus status,
        ZoneId zone,
        Currency currency,
        @Nullable String city,
        @Nullable String venue,
        Instant starts,
        Instant ends,
        @Nullable Instant admission,
        @Nullable Integer capacity,
        @Nullable String description,
        Visibility visibility,
        @Nullable String tier) {

    public Event withStatus(EventStatus changed) {
        return new Event(
                slug,
                name,
                type,
                changed,
                zone,
                currency,
                city,
                venue,
                starts,
                ends,
                admission,
                capacity,
                description,
                visibility,
                tier);
    }

    /** These details under the slug, status and currency of another. */
    Event as(Event other) {
        return new Event(
                other.slug,
                name,
                type,
                other.status,
                zone,
                other.currency,
                city,
                venue,
                starts,
                ends,
                admission,
                capacity,
                description,
                visibility,
                tier);
    }
}

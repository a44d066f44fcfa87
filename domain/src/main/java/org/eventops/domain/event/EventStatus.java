package org.eventops.domain.event;

import java.util.Set;

/** Where an event is in its life. */
public enum EventStatus {
    DRAFT,
    REVIEW,
    PUBLISHED,
    ON_SALE,
    SOLD_OUT,
    IN_PROGRESS,
    COMPLETED,
    CANCELLED;

    /** The states one step away; a completed or cancelled event stays so. */
    public Set<EventStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(REVIEW, CANCELLED);
            case REVIEW -> Set.of(DRAFT, PUBLISHED, CANCELLED);
            case PUBLISHED -> Set.of(ON_SALE, IN_PROGRESS, CANCELLED);
            case ON_SALE -> Set.of(PUBLISHED, SOLD_OUT, IN_PROGRESS, CANCELLED);
            case SOLD_OUT -> Set.of(ON_SALE, IN_PROGRESS, CANCELLED);
            case IN_PROGRESS -> Set.of(COMPLETED, CANCELLED);
            case COMPLETED, CANCELLED -> Set.of();
        };
    }
}

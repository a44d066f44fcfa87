package org.eventops.domain.privacy;

import java.time.Instant;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventStatus;

/** An event of which something is kept of somebody. */
public record KeptEvent(EventId id, String slug, String name, EventStatus status, Instant ends) {
    /** Whether its tickets admit nobody any more. */
    public boolean isOver(Instant now) {
        return status == EventStatus.COMPLETED
                || status == EventStatus.CANCELLED
                || ends.isBefore(now);
    }
}

package org.eventops.domain.event;

import java.util.UUID;
import org.eventops.domain.access.OfEvent;

/** Also the scope of everything that belongs to the event. */
public record EventId(UUID value) implements OfEvent {
    @Override
    public UUID ofEvent() {
        return value;
    }
}

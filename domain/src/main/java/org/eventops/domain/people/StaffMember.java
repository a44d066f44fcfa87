package org.eventops.domain.people;

import java.util.UUID;
import org.eventops.domain.access.OfEvent;
import org.eventops.domain.access.Role;
import org.eventops.domain.event.EventId;

/** Somebody who works at one event, as one thing; under the name they have in the organisation. */
public record StaffMember(EventId event, String name, Role role) implements OfEvent {
    @Override
    public UUID ofEvent() {
        return event.value();
    }
}

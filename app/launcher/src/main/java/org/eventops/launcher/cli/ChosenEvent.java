package org.eventops.launcher.cli;

import java.time.ZoneId;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.EventId;

/** The event that an option names. */
record ChosenEvent(EventId id, Event event) {
    ZoneId zone() {
        return event.zone();
    }

    String name() {
        return event.name();
    }
}

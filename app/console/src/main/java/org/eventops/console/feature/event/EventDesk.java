package org.eventops.console.feature.event;

import org.eventops.console.services.EventServices;
import org.eventops.console.services.StoreServices;
import org.eventops.domain.door.DoorQueries;
import org.eventops.domain.event.EventService;
import org.eventops.domain.ticketing.TicketingService;

/**
 * What the event page reads from and writes through.
 *
 * @param person who edits
 */
public record EventDesk(
        StoreServices store,
        EventServices ports,
        DoorQueries door,
        EventService events,
        TicketingService ticketing,
        String person) {}

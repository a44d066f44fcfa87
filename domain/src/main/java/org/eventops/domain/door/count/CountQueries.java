package org.eventops.domain.door.count;

import java.time.Instant;
import java.util.Optional;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;
import org.eventops.domain.event.EventId;

/** The live counts; asked inside a transaction, as often as anybody likes. */
public interface CountQueries {
    /**
     * @param list name of a list, or absent for all lists of the event
     * @param asOf end of the last ten minutes
     * @return absent when there is no such event or list
     */
    @Needs(Permission.SEE_EVENTS)
    Optional<LiveCounts> counts(EventId event, Optional<String> list, Instant asOf);
}

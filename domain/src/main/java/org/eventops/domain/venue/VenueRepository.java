package org.eventops.domain.venue;

import java.util.List;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;

/** Venues by name; every method is called inside a transaction. */
public interface VenueRepository {
    @Needs(Permission.SEE_EVENTS)
    List<Venue> all();

    /** Inserts, or replaces the venue of this name. */
    @Needs(value = Permission.EDIT_EVENTS, wide = true)
    void save(Venue venue);
}

package org.eventops.domain.venue;

import java.util.List;

/** Venues by name; every method is called inside a transaction. */
public interface VenueRepository {
    List<Venue> all();

    /** Inserts, or replaces the venue of this name. */
    void save(Venue venue);
}

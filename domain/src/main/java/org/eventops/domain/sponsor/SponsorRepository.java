package org.eventops.domain.sponsor;

import java.util.List;

/** Sponsors by name; every method is called inside a transaction. */
public interface SponsorRepository {
    List<Sponsor> all();

    /** Inserts, or replaces the sponsor of this name. */
    void save(Sponsor sponsor);
}

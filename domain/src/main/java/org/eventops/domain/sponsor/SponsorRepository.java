package org.eventops.domain.sponsor;

import java.util.List;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;

/** Sponsors by name; every method is called inside a transaction. */
public interface SponsorRepository {
    @Needs(Permission.SEE_EVENTS)
    List<Sponsor> all();

    /** Inserts, or replaces the sponsor of this name. */
    @Needs(value = Permission.EDIT_EVENTS, wide = true)
    void save(Sponsor sponsor);
}

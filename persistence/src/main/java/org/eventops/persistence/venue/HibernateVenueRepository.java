package org.eventops.persistence.venue;

import java.util.List;
import org.eventops.domain.venue.Venue;
import org.eventops.domain.venue.VenueRepository;
import org.eventops.persistence.hibernate.CanonicalRows;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.eventops.persistence.hibernate.RowMapping;
import org.eventops.persistence.hibernate.RowStamp;
import org.eventops.persistence.hibernate.ScopedRows;

/** Venues in H2. */
public final class HibernateVenueRepository implements VenueRepository {
    private static final RowMapping<VenueEntity, Venue> VENUE =
            new RowMapping<>(
                    VenueEntity.class,
                    VenueEntity::new,
                    row -> new Venue(row.name, row.city, row.address, row.capacity),
                    HibernateVenueRepository::put,
                    Venue::name);

    private final RowStamp stamp;
    private final ScopedRows<VenueEntity, Venue> venues;

    public HibernateVenueRepository(HibernateTransactions transactions, RowStamp stamp) {
        this.stamp = stamp;
        this.venues = new ScopedRows<>(transactions, stamp, VENUE);
    }

    /** What Hibernate has to know of. */
    public static List<Class<?>> entities() {
        return List.of(VenueEntity.class);
    }

    @Override
    public List<Venue> all() {
        return venues.values(stamp.tenant());
    }

    @Override
    public void save(Venue venue) {
        venues.save(stamp.tenant(), venue);
    }

    private static void put(Venue venue, VenueEntity row) {
        row.name = CanonicalRows.text(venue.name());
        row.city = CanonicalRows.text(venue.city());
        row.address = CanonicalRows.orNull(venue.address());
        row.capacity = venue.capacity();
    }
}

package org.eventops.persistence.sponsor;

import java.util.List;
import org.eventops.domain.sponsor.Sponsor;
import org.eventops.domain.sponsor.SponsorRepository;
import org.eventops.persistence.hibernate.CanonicalRows;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.eventops.persistence.hibernate.RowMapping;
import org.eventops.persistence.hibernate.RowStamp;
import org.eventops.persistence.hibernate.ScopedRows;

/** Sponsors in H2. */
public final class HibernateSponsorRepository implements SponsorRepository {
    private static final RowMapping<SponsorEntity, Sponsor> SPONSOR =
            new RowMapping<>(
                    SponsorEntity.class,
                    SponsorEntity::new,
                    row -> new Sponsor(row.name, row.industry, row.city, row.email),
                    HibernateSponsorRepository::put,
                    Sponsor::name);

    private final RowStamp stamp;
    private final ScopedRows<SponsorEntity, Sponsor> sponsors;

    public HibernateSponsorRepository(HibernateTransactions transactions, RowStamp stamp) {
        this.stamp = stamp;
        this.sponsors = new ScopedRows<>(transactions, stamp, SPONSOR);
    }

    /** What Hibernate has to know of. */
    public static List<Class<?>> entities() {
        return List.of(SponsorEntity.class);
    }

    @Override
    public List<Sponsor> all() {
        return sponsors.values(stamp.tenant());
    }

    @Override
    public void save(Sponsor sponsor) {
        sponsors.save(stamp.tenant(), sponsor);
    }

    private static void put(Sponsor sponsor, SponsorEntity row) {
        row.name = CanonicalRows.text(sponsor.name());
        row.industry = CanonicalRows.text(sponsor.industry());
        row.city = CanonicalRows.orNull(sponsor.city());
        row.email = CanonicalRows.orNull(sponsor.email());
    }
}

package org.eventops.persistence.ticketing;

import java.util.List;
import java.util.Optional;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.TicketLook;
import org.eventops.domain.ticketing.TicketLooks;
import org.eventops.persistence.hibernate.CanonicalRows;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.eventops.persistence.hibernate.RowMapping;
import org.eventops.persistence.hibernate.RowStamp;
import org.eventops.persistence.hibernate.ScopedRows;

/** How tickets look, one row for each event. */
public final class HibernateTicketLooks implements TicketLooks {
    private static final RowMapping<TicketLookEntity, TicketLook> LOOK =
            new RowMapping<>(
                    TicketLookEntity.class,
                    TicketLookEntity::new,
                    row -> new TicketLook(row.colour, row.logo),
                    HibernateTicketLooks::put,
                    look -> "");

    private final ScopedRows<TicketLookEntity, TicketLook> looks;

    public HibernateTicketLooks(HibernateTransactions transactions, RowStamp stamp) {
        this.looks = new ScopedRows<>(transactions, stamp, LOOK);
    }

    /** What Hibernate has to know of. */
    public static List<Class<?>> entities() {
        return List.of(TicketLookEntity.class);
    }

    private static void put(TicketLook look, TicketLookEntity row) {
        row.colour = look.colour();
        row.logo = CanonicalRows.orNull(look.logo());
    }

    @Override
    public Optional<TicketLook> of(EventId event) {
        return looks.values(event.value()).stream().findFirst();
    }

    @Override
    public void save(EventId event, TicketLook look) {
        looks.save(event.value(), look);
    }
}

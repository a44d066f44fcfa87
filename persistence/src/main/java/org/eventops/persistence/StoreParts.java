package org.eventops.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.eventops.domain.change.IdSource;
import org.eventops.persistence.badge.HibernateBadgeRepository;
import org.eventops.persistence.capture.ChangeFeed;
import org.eventops.persistence.door.DoorRows;
import org.eventops.persistence.door.DoorTallies;
import org.eventops.persistence.door.HibernateCounts;
import org.eventops.persistence.door.HibernateDoorQueries;
import org.eventops.persistence.door.HibernateDoorRepository;
import org.eventops.persistence.event.EventMappings;
import org.eventops.persistence.event.HibernateEventRepository;
import org.eventops.persistence.exchange.HibernateEventExchange;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.eventops.persistence.hibernate.RowStamp;
import org.eventops.persistence.people.HibernatePersonRepository;
import org.eventops.persistence.privacy.JdbcPersonalRows;
import org.eventops.persistence.replica.JdbcConflicts;
import org.eventops.persistence.replica.JdbcSyncedRows;
import org.eventops.persistence.settings.JdbcSettings;
import org.eventops.persistence.sponsor.HibernateSponsorRepository;
import org.eventops.persistence.ticketing.HibernateTicketLooks;
import org.eventops.persistence.ticketing.HibernateTicketingRepository;
import org.eventops.persistence.ticketing.TicketFinder;
import org.eventops.persistence.ticketing.TicketingRows;
import org.eventops.persistence.venue.HibernateVenueRepository;

/** The repositories over one database, put together. */
record StoreParts(
        HibernateEventRepository events,
        Ticketing ticketing,
        Doors doors,
        HibernateEventExchange exchange,
        JdbcSettings settings,
        Directory directory,
        JdbcConflicts conflicts,
        JdbcSyncedRows syncedRows) {
    private static final String TENANT_SETTING = "store.tenant";

    /** Tickets, and how they look on paper. */
    record Ticketing(HibernateTicketingRepository repository, HibernateTicketLooks looks) {}

    /** Reading and writing at the door, and the badges that are given out there. */
    record Doors(
            HibernateDoorRepository repository,
            HibernateDoorQueries queries,
            HibernateCounts counts,
            DoorTallies tallies,
            HibernateBadgeRepository badges) {}

    /** Who and what the organisation works with. */
    record Directory(
            HibernateVenueRepository venues,
            HibernateSponsorRepository sponsors,
            HibernatePersonRepository people,
            JdbcPersonalRows personal) {}

    static List<Class<?>> entities() {
        List<Class<?>> all = new ArrayList<>(EventMappings.entities());
        all.addAll(TicketingRows.entities());
        all.addAll(HibernateTicketLooks.entities());
        all.addAll(DoorRows.entities());
        all.addAll(HibernateBadgeRepository.entities());
        all.addAll(HibernateVenueRepository.entities());
        all.addAll(HibernateSponsorRepository.entities());
        all.addAll(HibernatePersonRepository.entities());
        return all;
    }

    static StoreParts over(
            HibernateTransactions transactions,
            ChangeFeed feed,
            IdSource ids,
            Supplier<UUID> tenant) {
        JdbcSyncedRows rows = new JdbcSyncedRows(transactions, tenant);
        RowStamp stamp = new RowStamp(ids, tenant);
        HibernateEventRepository events = new HibernateEventRepository(transactions, stamp);
        TicketingRows ticketing = new TicketingRows(transactions, stamp);
        TicketFinder finder = new TicketFinder(transactions);
        DoorRows doors = new DoorRows(transactions, stamp);
        DoorTallies tallies = new DoorTallies(transactions, feed);
        HibernateCounts counts = new HibernateCounts(doors, tallies);
        HibernateDoorQueries queries = new HibernateDoorQueries(doors, counts);
        JdbcPersonalRows personal = new JdbcPersonalRows(transactions, stamp);
        return new StoreParts(
                events,
                new Ticketing(
                        new HibernateTicketingRepository(transactions, ticketing),
                        new HibernateTicketLooks(transactions, stamp)),
                new Doors(
                        new HibernateDoorRepository(events, ticketing, finder, doors),
                        queries,
                        counts,
                        tallies,
                        new HibernateBadgeRepository(transactions, stamp)),
                new HibernateEventExchange(events, ticketing, doors, queries, personal),
                new JdbcSettings(transactions),
                new Directory(
                        new HibernateVenueRepository(transactions, stamp),
                        new HibernateSponsorRepository(transactions, stamp),
                        new HibernatePersonRepository(transactions, stamp),
                        personal),
                new JdbcConflicts(transactions, rows),
                rows);
    }

    /** The organisation this store belongs to; made when the store is, until a hub gives one. */
    static UUID tenant(DataSource database, IdSource ids) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement query =
                    connection.prepareStatement("SELECT content FROM setting WHERE name = ?")) {
                query.setString(1, TENANT_SETTING);
                try (ResultSet rows = query.executeQuery()) {
                    if (rows.next()) {
                        return UUID.fromString(rows.getString(1));
                    }
                }
            }
            UUID tenant = known(connection).orElseGet(ids::next);
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO setting VALUES (?, ?)")) {
                insert.setString(1, TENANT_SETTING);
                insert.setString(2, tenant.toString());
                insert.executeUpdate();
            }
            return tenant;
        }
    }

    /** After a rebuild the settings are gone, but the rows say whose they are. */
    private static java.util.Optional<UUID> known(Connection connection) throws SQLException {
        String any =
                "SELECT tenant FROM event UNION SELECT tenant FROM venue UNION"
                        + " SELECT tenant FROM person UNION SELECT tenant FROM sponsor LIMIT 1";
        try (PreparedStatement query = connection.prepareStatement(any);
                ResultSet rows = query.executeQuery()) {
            return rows.next()
                    ? java.util.Optional.of(rows.getObject(1, UUID.class))
                    : java.util.Optional.empty();
        }
    }
}

package org.eventops.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Guard;
import org.eventops.domain.audit.AuditLog;
import org.eventops.domain.backup.BackupArchive;
import org.eventops.domain.badge.BadgeRepository;
import org.eventops.domain.change.IdSource;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.change.TimeOrderedIds;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.change.replica.Outbox;
import org.eventops.domain.change.replica.Replica;
import org.eventops.domain.door.DoorQueries;
import org.eventops.domain.door.DoorRepository;
import org.eventops.domain.door.count.CountQueries;
import org.eventops.domain.event.EventRepository;
import org.eventops.domain.exchange.EventExchange;
import org.eventops.domain.health.StoreCondition;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.people.PersonRepository;
import org.eventops.domain.privacy.PersonalRows;
import org.eventops.domain.settings.Settings;
import org.eventops.domain.sponsor.SponsorRepository;
import org.eventops.domain.sync.ConflictRepository;
import org.eventops.domain.sync.PermittedRows;
import org.eventops.domain.sync.SyncedRows;
import org.eventops.domain.ticketing.TicketLooks;
import org.eventops.domain.ticketing.TicketingRepository;
import org.eventops.domain.ticketing.signed.KeyVault;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.domain.unlock.Unlocking;
import org.eventops.domain.venue.VenueRepository;
import org.eventops.persistence.atrest.AtRest;
import org.eventops.persistence.audit.AuditTrail;
import org.eventops.persistence.audit.DeviceName;
import org.eventops.persistence.audit.JdbcAuditLog;
import org.eventops.persistence.capture.ChangeFeed;
import org.eventops.persistence.capture.DiskRoom;
import org.eventops.persistence.capture.JournalingDataSource;
import org.eventops.persistence.capture.MutationLog;
import org.eventops.persistence.capture.Stamps;
import org.eventops.persistence.capture.WriteTurns;
import org.eventops.persistence.door.TallyShelf;
import org.eventops.persistence.hibernate.HibernateTransactions;
import org.eventops.persistence.hibernate.Sessions;
import org.eventops.persistence.journal.Journal;
import org.eventops.persistence.journal.JournalChanges;
import org.eventops.persistence.journal.JournalSearch;
import org.eventops.persistence.replica.HubTransactions;
import org.eventops.persistence.replica.SyncStore;
import org.eventops.persistence.replica.Tenant;
import org.eventops.persistence.unlock.AppCodes;
import org.eventops.persistence.unlock.Argon2Stretch;
import org.h2.jdbcx.JdbcDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The local store of one console: an H2 database in a folder, and the journal that makes what is
 * written to it durable. One program at a time.
 */
public final class Store implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Store.class);
    private static final DeviceName DEVICE = DeviceName.ofMachine();

    private final StoreLocation location;
    private final StoreKey key;
    private final Access access;
    private final FolderLock lock;
    private final Journal journal;
    private final WriteTurns turns = new WriteTurns();
    private final Meter meter = new Meter(System::nanoTime);
    private final Stamps stamps;
    private final MutationLog log;
    private final Recovery.Recovered recovered;
    private final HikariDataSource pool;
    private final HibernateTransactions transactions;
    private final ChangeFeed feed;
    private final IdSource ids;
    private final StoreParts parts;
    private final SyncStore sync;
    private final DiskRoom room;
    private final StoreBackups backups;

    private Store(
            StoreLocation location,
            StoreKey key,
            FolderLock lock,
            Clock clock,
            Sessions sessions,
            Recovery.Recovered recovered)
            throws IOException, SQLException {
        this.location = location;
        this.room = new DiskRoom(location.folder(), location.atRest().patience());
        this.key = key;
        this.access = new Access();
        this.lock = lock;
        this.recovered = recovered;
        this.ids = new TimeOrderedIds(clock, new SecureRandom());
        this.feed = new ChangeFeed();
        this.journal = Journal.open(location.journal(), location.atRest().frames());
        this.stamps = new Stamps(ids, clock, recovered.highest(), recovered.latest());
        AuditTrail trail = new AuditTrail(access, ids, turns, DEVICE);
        this.log = new MutationLog(journal, stamps, feed, turns, trail);
        JdbcDataSource database = recovered.database();
        Tenant tenant = new Tenant(StoreParts.tenant(database, ids));
        this.pool = pool(new JournalingDataSource(database, log, room));
        this.transactions =
                new HibernateTransactions(pool, sessions, turns, room, meter, this::noticed);
        this.parts = StoreParts.over(transactions, feed, ids, tenant);
        this.sync = sync(database, tenant);
        this.backups =
                new StoreBackups(
                        new BackupTaking.Ground(
                                location, key, database, turns, stamps, journal, clock),
                        this::noticed);
        boolean clean = recovered.opening().state() == Opening.State.CLEAN;
        parts.doors()
                .tallies()
                .keepOn(
                        new TallyShelf(
                                location.tallies(), location.atRest(), clean, recovered.highest()));
        location.atRest().patience().begin();
    }

    /**
     * Opens the store in this folder; makes it when there is none.
     *
     * @throws StoreException if it is protected, another program has it, it cannot be written, it
     *     was written by a newer program, or it is damaged beyond its journal
     */
    public static Store open(Path folder, Clock clock) {
        return open(folder, clock, Optional.empty());
    }

    /**
     * The same for a store that is protected.
     *
     * @param key as unlocking it gave it
     */
    public static Store open(Path folder, Clock clock, StoreKey key) {
        return open(folder, clock, Optional.of(key));
    }

    /** Whether a store lies in this folder, open or not. */
    public static boolean isIn(Path folder) {
        return KeyCheck.isThere(folder);
    }

    /** Who may open the store in this folder; it need not be open, nor there. */
    public static Unlocking unlocking(Path folder, Clock clock) {
        RestoreSwap.finish(folder, clock);
        return new Unlocking(new FolderKeyring(folder), new Argon2Stretch(), new AppCodes(), clock);
    }

    private static Store open(Path folder, Clock clock, Optional<StoreKey> unlocked) {
        try {
            FolderLock lock = FolderLock.take(folder, clock.instant());
            try {
                new RestoreSwap(folder).finish();
                FolderKeyring keyring = new FolderKeyring(folder);
                StoreKey key = unlocked.orElseGet(keyring::openKey);
                keyring.forgetOpenKey();
                return open(new StoreLocation(folder, new AtRest(key)), key, lock, clock);
            } catch (SQLException | IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (SQLException | IOException e) {
            throw StoreProblems.of(e, folder);
        }
    }

    private static Store open(StoreLocation location, StoreKey key, FolderLock lock, Clock clock)
            throws SQLException, IOException {
        new SealingUp(location, new KeyCheck(location.folder(), key)).ifNeeded();
        Sessions sessions = new Sessions(StoreParts.entities());
        if (Files.exists(location.databaseFile())) {
            // Beside the opening of the database, which it needs nothing of. A new store has no
            // rows to ask for; what it gets first is a first load, an import or a demo, and those
            // find both processors busy enough.
            sessions.begin();
        }
        try {
            Recovery.Recovered recovered = new Recovery(location, clock).run();
            return new Store(location, key, lock, clock, sessions, recovered);
        } catch (SQLException | IOException | RuntimeException e) {
            sessions.close();
            throw e;
        }
    }

    /** Damage that is found in use is mended at the next opening. */
    private StoreException noticed(Throwable failure) {
        StoreException known = StoreProblems.of(failure, location.folder());
        if (known.problem() == StoreException.Problem.CORRUPT) {
            try {
                DamageMark.set(location);
            } catch (IOException e) {
                known.addSuppressed(e);
            }
        }
        return known;
    }

    private SyncStore sync(JdbcDataSource database, Tenant tenant) throws SQLException {
        return new SyncStore(
                new SyncStore.Ground(
                        database,
                        turns,
                        new JournalChanges(location.journal(), location.atRest().frames()),
                        tenant,
                        this::noticed),
                new HubTransactions.Commits(stamps, log, room, parts.doors().tallies()::countAnew),
                new Sealing(location, database, turns, this::noticed));
    }

    private static HikariDataSource pool(JournalingDataSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(HibernateTransactions.CONNECTIONS);
        config.setMinimumIdle(1);
        config.setPoolName("store");
        return new HikariDataSource(config);
    }

    /** What came of changes that the hub could not both let stand. */
    public ConflictRepository conflicts() {
        return Guard.over(ConflictRepository.class, parts.conflicts(), access);
    }

    /** Rows as a person settles them: ordinary local changes. */
    public SyncedRows syncedRows() {
        return Guard.over(SyncedRows.class, new PermittedRows(parts.syncedRows(), access), access);
    }

    /** What waits for the hub. */
    public Outbox outbox() {
        return sync.outbox();
    }

    /** Where the exchange with the hub writes what comes from there. */
    public Replica replica() {
        return sync.replica();
    }

    /**
     * Makes this store one of a hub's consoles: its rows become the hub's tenant's, and what it
     * holds waits to be sent, event by event, in place of how it came about. All of it or nothing;
     * it need not be opened again, and nothing happens if it is that console already.
     *
     * @param lineage of this console's mutations at the hub
     * @throws IllegalStateException if it belongs to a hub as another console
     * @throws StoreException if it could not be written
     */
    public void adopt(UUID tenant, UUID device, UUID lineage) {
        sync.adopt(new Replica.Membership(device, tenant, lineage));
    }

    /** What it took to open it. */
    public Opening opening() {
        return recovered.opening();
    }

    /** Who works here; asked by the ports over what is synced. */
    public Access access() {
        return access;
    }

    /** What this store's secrets lie under. */
    public StoreKey key() {
        return key;
    }

    /** Counts what is done with this store, and what else is to be counted beside it. */
    public Meter meter() {
        return meter;
    }

    /** How large it is, and how it was opened. */
    public StoreCondition condition() {
        return Guard.over(
                StoreCondition.class,
                new FolderCondition(location, opening(), transactions),
                access);
    }

    public Transactions transactions() {
        return transactions;
    }

    public LocalChanges changes() {
        return feed;
    }

    public IdSource ids() {
        return ids;
    }

    public EventRepository events() {
        return Guard.over(EventRepository.class, parts.events(), access);
    }

    public TicketingRepository ticketing() {
        return Guard.over(TicketingRepository.class, parts.ticketing().repository(), access);
    }

    public TicketLooks ticketLooks() {
        return Guard.over(TicketLooks.class, parts.ticketing().looks(), access);
    }

    public DoorRepository doors() {
        return Guard.over(DoorRepository.class, parts.doors().repository(), access);
    }

    public DoorQueries doorQueries() {
        return Guard.over(DoorQueries.class, parts.doors().queries(), access);
    }

    public BadgeRepository badges() {
        return Guard.over(BadgeRepository.class, parts.doors().badges(), access);
    }

    /** How many have come, where and how fast. */
    public CountQueries counts() {
        return Guard.over(CountQueries.class, parts.doors().counts(), access);
    }

    public EventExchange exchange() {
        return Guard.over(EventExchange.class, parts.exchange(), access);
    }

    public Settings settings() {
        return parts.settings();
    }

    public VenueRepository venues() {
        return Guard.over(VenueRepository.class, parts.directory().venues(), access);
    }

    /** What this console calls itself. */
    public String deviceName() {
        return transactions.read(() -> transactions.sql(DEVICE::read));
    }

    /** Who did what. */
    public AuditLog audit() {
        return Guard.over(AuditLog.class, new JdbcAuditLog(transactions, this::inJournal), access);
    }

    private void inJournal(Predicate<byte[]> wanted, Consumer<byte[]> reader) throws IOException {
        JournalSearch.each(
                location.journal(),
                location.atRest().frames(),
                recovered.highest(),
                wanted,
                reader);
    }

    /** The private keys with which this console signs tickets. */
    public KeyVault keys() {
        return Guard.over(KeyVault.class, new FolderKeyVault(location, key), access);
    }

    /** Copies of all of it. */
    public BackupArchive backups() {
        return Guard.over(BackupArchive.class, backups, access);
    }

    public SponsorRepository sponsors() {
        return Guard.over(SponsorRepository.class, parts.directory().sponsors(), access);
    }

    public PersonRepository people() {
        return Guard.over(PersonRepository.class, parts.directory().people(), access);
    }

    /** What is kept of people, wherever it is. */
    public PersonalRows personal() {
        return Guard.over(PersonalRows.class, parts.directory().personal(), access);
    }

    /**
     * Takes a snapshot now from which a rebuild can start.
     *
     * @throws StoreException if it could not be written
     */
    public void snapshot() {
        // Never in the middle of a bulk write: its number would be below that of the snapshot.
        turns.ordinary(
                () -> {
                    try {
                        new Snapshots(location).take(recovered.database());
                        return true;
                    } catch (IOException | SQLException e) {
                        throw noticed(e);
                    }
                });
    }

    /**
     * Everything acknowledged is durable already; closing only spares the next start its work. It
     * waits for what is under way; what comes later is refused.
     */
    @Override
    public void close() {
        location.atRest().patience().end();
        transactions.close();
        pool.close();
        try {
            sync.close();
            if (room.isGivenUp()) {
                LOG.warn("the database was given up; the next opening brings it up");
                return;
            }
            if (!DamageMark.isSet(location)) {
                lastSnapshot();
            }
            if (DamageMark.isSet(location)) {
                Database.abandon(recovered.database());
            } else {
                closeInPeace();
            }
        } catch (IOException | SQLException e) {
            throw noticed(e);
        } finally {
            letGo();
        }
    }

    /** Reads the whole file, and so may find damage that nobody had come across. */
    private void lastSnapshot() {
        try {
            new Snapshots(location).takeIfDue(recovered.database());
        } catch (IOException | SQLException e) {
            LOG.warn("no snapshot taken; a rebuild would replay more of the journal", noticed(e));
        }
    }

    private void closeInPeace() throws IOException, SQLException {
        // A number is also given to what then could not be written.
        long last = Database.lastMutation(recovered.database());
        Database.shutDown(recovered.database());
        parts.doors().tallies().shelve(last);
        Checkpoint.of(location, last, opening().journalShorter()).write(location);
    }

    private void letGo() {
        try {
            journal.close();
            lock.close();
        } catch (IOException e) {
            throw StoreProblems.of(e, location.folder());
        }
    }
}

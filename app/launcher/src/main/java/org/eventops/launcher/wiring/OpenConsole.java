package org.eventops.launcher.wiring;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eventops.adapters.camera.AllCameras;
import org.eventops.adapters.documents.DrawnBadges;
import org.eventops.adapters.documents.PrintedTickets;
import org.eventops.adapters.documents.ScreenCodes;
import org.eventops.adapters.files.CurveFileReader;
import org.eventops.adapters.files.FileExporter;
import org.eventops.adapters.files.FileImporter;
import org.eventops.adapters.files.event.EventFileImport;
import org.eventops.adapters.files.table.AttendeeListImport;
import org.eventops.adapters.files.table.AuditTable;
import org.eventops.adapters.machine.ThisMachine;
import org.eventops.adapters.printing.SystemPrinters;
import org.eventops.console.services.BadgeServices;
import org.eventops.console.services.HealthServices;
import org.eventops.console.services.PrivacyServices;
import org.eventops.console.services.SyncServices;
import org.eventops.domain.access.Guard;
import org.eventops.domain.access.Worker;
import org.eventops.domain.audit.AuditExport;
import org.eventops.domain.audit.AuditService;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.audit.GivenOut;
import org.eventops.domain.backup.BackupPlaces;
import org.eventops.domain.backup.BackupService;
import org.eventops.domain.badge.BadgeDesk;
import org.eventops.domain.badge.BadgePapers;
import org.eventops.domain.badge.BadgePlace;
import org.eventops.domain.badge.BadgeService;
import org.eventops.domain.badge.Printers;
import org.eventops.domain.door.CheckinService;
import org.eventops.domain.door.Supervision;
import org.eventops.domain.door.rehearsal.CurveFiles;
import org.eventops.domain.door.rehearsal.EarlierArrivals;
import org.eventops.domain.door.rehearsal.Rehearsals;
import org.eventops.domain.door.search.AttendeeSearch;
import org.eventops.domain.event.EventService;
import org.eventops.domain.exchange.DatedImporter;
import org.eventops.domain.exchange.Exporter;
import org.eventops.domain.exchange.ImportTimes;
import org.eventops.domain.exchange.Importer;
import org.eventops.domain.exchange.MeasuredImporter;
import org.eventops.domain.exchange.NotedExporter;
import org.eventops.domain.health.Health;
import org.eventops.domain.health.MeasuredHealth;
import org.eventops.domain.health.StoreLooks;
import org.eventops.domain.health.SupportArchive;
import org.eventops.domain.people.PasswordService;
import org.eventops.domain.people.PeopleService;
import org.eventops.domain.people.PinService;
import org.eventops.domain.people.Workers;
import org.eventops.domain.privacy.StillHere;
import org.eventops.domain.readiness.BackupLook;
import org.eventops.domain.readiness.EventLooks;
import org.eventops.domain.readiness.Machine;
import org.eventops.domain.readiness.MachineLooks;
import org.eventops.domain.readiness.NetworkTime;
import org.eventops.domain.readiness.PlaceLooks;
import org.eventops.domain.readiness.Readiness;
import org.eventops.domain.readiness.SyncLook;
import org.eventops.domain.sync.ChangeFiles;
import org.eventops.domain.sync.ConflictCases;
import org.eventops.domain.sync.ConflictService;
import org.eventops.domain.sync.Consoles;
import org.eventops.domain.sync.Settlements;
import org.eventops.domain.sync.SyncControl;
import org.eventops.domain.sync.ThisConsole;
import org.eventops.domain.ticketing.TicketPapers;
import org.eventops.domain.ticketing.issue.TicketIssuing;
import org.eventops.domain.ticketing.issue.TicketVerifying;
import org.eventops.domain.ticketing.signed.TicketSigning;
import org.eventops.domain.unlock.Entry;
import org.eventops.domain.unlock.KeyChanges;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.domain.unlock.UnlockOutcome;
import org.eventops.domain.unlock.Unlocking;
import org.eventops.launcher.demo.DemoFill;
import org.eventops.launcher.log.LogFacts;
import org.eventops.launcher.log.LogFolder;
import org.eventops.launcher.support.Evidence;
import org.eventops.launcher.support.ZippedEvidence;
import org.eventops.persistence.Store;
import org.eventops.resources.Texts;
import org.eventops.sync.carry.ParcelFiles;

/** An open store with the services over it; the window and the commands get the same ones. */
public final class OpenConsole implements AutoCloseable {
    private final Store store;
    private final Path folder;
    private final Clock clock;
    private final CheckinService checkins;
    private final EventService events;
    private final HubExchange exchange;
    private final SyncServices sync;

    private OpenConsole(Store store, Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
        this.store = store;
        this.exchange = new HubExchange(store, folder, clock);
        store.replica().membership().ifPresent(each -> LogFacts.device(each.device()));
        this.sync = syncServices();
        this.events = new EventService(store.transactions(), store.events(), clock);
        this.checkins =
                new CheckinService(
                        store.transactions(),
                        store.doors(),
                        store.ids(),
                        store.changes(),
                        clock,
                        store.meter());
    }

    /**
     * Opens the store in this folder, made if it is not there.
     *
     * @throws org.eventops.domain.change.StoreException if it is in use, damaged or not writable
     */
    public static OpenConsole open(Path folder, Clock clock) {
        OpenConsole console = new OpenConsole(Store.open(folder, clock), folder, clock);
        console.arrivals().tell();
        return console;
    }

    /**
     * The same for a store that is protected; whoever has unlocked it works here.
     *
     * @throws org.eventops.domain.change.StoreException if it is in use, damaged or not writable
     */
    public static OpenConsole open(
            Path folder, Clock clock, UnlockOutcome.Opened unlocked, Deed how) {
        OpenConsole console =
                new OpenConsole(Store.open(folder, clock, unlocked.key()), folder, clock);
        console.entered(unlocked.name(), how);
        return console;
    }

    /** A new store that nobody opens again: its key is kept nowhere. */
    static OpenConsole passing(Path folder, Clock clock) {
        StoreKey key = StoreKey.random(new SecureRandom());
        return new OpenConsole(Store.open(folder, clock, key), folder, clock);
    }

    /** Who opens the store in this folder, whether it is there or not. */
    public static Unlocking unlocking(Path folder, Clock clock) {
        return Store.unlocking(folder, clock);
    }

    /**
     * From now on this person works here.
     *
     * @return whether there is anything that they may do
     */
    public boolean take(String name) {
        return new Workers(store.transactions(), store.people(), store.access()).take(name);
    }

    /**
     * This person has shown who they are, and works here from now on; how they came is noted.
     *
     * @return whether there is anything that they may do
     */
    boolean entered(String name, Deed how) {
        boolean work = take(name);
        arrivals().came(how);
        return work;
    }

    /** What happened before the door and is not written down yet, such as wrong passwords. */
    Arrivals arrivals() {
        return new Arrivals(store, unlocking(folder, clock));
    }

    /** Who works here: as what they are known in the organisation, else to the computer. */
    public String person() {
        String name = store.access().worker().name();
        return name.isEmpty() ? System.getProperty("user.name", "") : name;
    }

    /** Whoever works here may from now on do what their role permits now. */
    public void again() {
        Worker now = store.access().worker();
        if (!now.equals(Worker.OWNER)) {
            take(now.name());
        }
    }

    /** The way in for others, while it is open. */
    public Entry entry() {
        return new Entrance(folder, clock, this);
    }

    public Store store() {
        return store;
    }

    private <T> T guarded(Class<T> port, T real) {
        return Guard.over(port, real, store.access());
    }

    public CheckinService checkins() {
        return checkins;
    }

    public EventService events() {
        return events;
    }

    /** What this console calls itself: as set by the person, else the machine's name. */
    public String deviceName() {
        return store.deviceName();
    }

    /** The sentence about what was recovered while opening; empty after a clean end. */
    public Optional<String> recovery(Texts texts) {
        return new RecoverySentence(texts).of(store.opening());
    }

    /** Finds attendees; the texts of an event are read at its first search. */
    public AttendeeSearch search(Executor background) {
        return new AttendeeSearch(
                store.transactions(),
                store.ticketing(),
                store.changes(),
                store.access(),
                background,
                store.meter());
    }

    /** Signs tickets with the keys that this console has. */
    public TicketSigning signing() {
        return new TicketSigning(store.transactions(), store.ticketing(), store.keys(), clock);
    }

    /** Draws tickets. */
    public TicketPapers papers() {
        return new PrintedTickets();
    }

    /** Writes tickets to folders. */
    public TicketIssuing issuing() {
        return new TicketIssuing(
                store.transactions(),
                store.events(),
                store.ticketing(),
                signing(),
                papers(),
                store.ticketLooks(),
                store.access());
    }

    /** Reads signed codes. */
    public TicketVerifying verifying() {
        return new TicketVerifying(store.transactions(), store.events(), store.ticketing());
    }

    /** Badges on the system's printers. */
    public BadgeServices badges() {
        BadgeService service =
                new BadgeService(store.transactions(), store.badges(), store.ids(), clock);
        BadgePapers drawn = new DrawnBadges();
        Printers printers = new SystemPrinters(drawn);
        return new BadgeServices(
                service,
                new BadgeDesk(service, printers, drawn, store.meter()),
                new BadgePlace(store.transactions(), store.settings(), store.access()),
                drawn,
                printers);
    }

    /** Reads files into the store. */
    public Importer importer() {
        FileImporter files =
                new FileImporter(
                        new EventFileImport(store.transactions(), store.exchange()),
                        new AttendeeListImport(
                                store.transactions(),
                                store.exchange(),
                                store.events(),
                                store.settings()));
        return guarded(
                Importer.class,
                new MeasuredImporter(
                        new DatedImporter(files, importTimes(), clock), store.meter()));
    }

    private ImportTimes importTimes() {
        return new ImportTimes(store.transactions(), store.settings());
    }

    /**
     * What is looked at before the doors open.
     *
     * @param time empty when the network must not be touched
     */
    public Readiness readiness(Optional<NetworkTime> time) {
        BadgeServices badges = badges();
        return new Readiness(
                new EventLooks(
                        store.transactions(),
                        store.doorQueries(),
                        store.ticketing(),
                        importTimes(),
                        clock),
                new PlaceLooks(
                        store.transactions(),
                        store.settings(),
                        new PlaceLooks.Staff(
                                people(), pins(), passwords(), Trusted.of(store, folder, clock)),
                        new AllCameras(),
                        new PlaceLooks.Badges(badges.place(), badges.printers()),
                        new PlaceLooks.Keeping(
                                new SyncLook(sync.control(), clock),
                                new BackupLook(backupPlaces(), clock))),
                new MachineLooks(machine(folder), time),
                store.access());
    }

    /** How this console is, and what support is sent of it. */
    public HealthServices health() {
        Health health =
                new MeasuredHealth(
                        store.meter(),
                        storeLooks(),
                        () -> readiness(Optional.empty()).standing(),
                        clock);
        Evidence evidence = Evidence.of(folder, clock).with(store, health, sync.control());
        return new HealthServices(
                guarded(Health.class, health),
                guarded(SupportArchive.class, new ZippedEvidence(evidence)));
    }

    /** What there is to say of the store and the log. */
    public StoreLooks storeLooks() {
        return new StoreLooks(store.condition(), new LogFolder(folder), clock);
    }

    /** The computer itself, which needs no store. */
    public static Machine machine(Path folder) {
        return new ThisMachine(
                folder, Display.isThere(System.getenv(), System.getProperty("os.name")));
    }

    /** Who works in this organisation. */
    public PeopleService people() {
        return PeopleWiring.over(store, keys(), pins());
    }

    /** The passwords with which people open this console. */
    public PasswordService passwords() {
        return new PasswordService(
                store.transactions(), store.people(), store.access(), keys(), store.audit());
    }

    /** Lines of the audit as a file. */
    public AuditExport auditExport() {
        return guarded(AuditExport.class, new AuditTable());
    }

    /** Who did what here, and whether that still stands as it was written. */
    public AuditService audit() {
        return new AuditService(store.transactions(), store.audit());
    }

    private KeyChanges keys() {
        return unlocking(folder, clock).changes(store.key());
    }

    /** The PINs of the people at this door. */
    public PinService pins() {
        return new PinService(
                store.transactions(), store.settings(), store.access(), store.audit(), clock);
    }

    /** Who supervises the doors. */
    public Supervision supervision() {
        return new Supervision(store.access(), people(), pins());
    }

    /** What is kept of people, and taking it away. */
    public PrivacyServices privacy() {
        return PrivacyWiring.over(store, new StillHere(keys(), pins()), clock);
    }

    /** Writes what the store holds as files. */
    public Exporter exporter() {
        FileExporter files =
                new FileExporter(
                        store.transactions(),
                        store.exchange(),
                        store.events(),
                        store.counts(),
                        clock);
        return guarded(
                Exporter.class,
                new NotedExporter(
                        files, new GivenOut(store.transactions(), store.events(), store.audit())));
    }

    /** Rehearses evenings on copies beside this store. */
    public Rehearsals rehearsals() {
        return guarded(Rehearsals.class, new RehearsalOnCopy(store, folder, clock));
    }

    /** When people came to the events that this store remembers. */
    public EarlierArrivals earlierArrivals() {
        return new EarlierArrivals(store.transactions(), store.events(), store.doorQueries());
    }

    /** Reads files of arrivals. */
    public CurveFiles curveFiles() {
        return new CurveFileReader();
    }

    /** The exchange with the hub, and the conflicts it left. */
    public SyncServices sync() {
        return sync;
    }

    private SyncServices syncServices() {
        ThisConsole here = new ThisConsole(exchange::connection, store.settings());
        return new SyncServices(
                guarded(SyncControl.class, exchange),
                new ConflictService(
                        store.transactions(),
                        store.conflicts(),
                        new Settlements(store.syncedRows(), store.settings(), store.ids()),
                        here,
                        clock),
                new ConflictCases(
                        store.transactions(), store.conflicts(), store.syncedRows(), here),
                changeFiles(),
                guarded(Consoles.class, new HubConsoles(exchange)),
                new ScreenCodes());
    }

    /** Begins to exchange with the hub, if this store belongs to one. */
    public void startExchange() {
        exchange.start();
    }

    /** Nothing in this run touches the network. */
    public void stayOffline() {
        exchange.switchOff();
    }

    /** Where what was not sent is shut away, if an administrator has taken this console out. */
    public Optional<Path> sealed() {
        return exchange.sealed();
    }

    /**
     * Whether nothing may be done here until the hub, without which it was too long, has answered.
     */
    public boolean away() {
        return exchange.away();
    }

    /** The exchange by file. */
    public ChangeFiles changeFiles() {
        return guarded(ChangeFiles.class, new ParcelFiles(exchange::parcels));
    }

    /** Copies of the whole store. */
    public BackupService backups() {
        return new BackupService(store.backups(), backupPlaces(), clock, clock.getZone());
    }

    /** Where else they go. */
    public BackupPlaces backupPlaces() {
        return new BackupPlaces(
                store.transactions(), store.settings(), store.access(), store.audit());
    }

    public DemoFill demo() {
        return new DemoFill(
                store.transactions(),
                store.events(),
                store.exchange(),
                store.venues(),
                store.sponsors(),
                store.people());
    }

    @Override
    public void close() {
        checkins.close();
        exchange.close();
        store.close();
    }
}

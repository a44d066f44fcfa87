package org.eventops.console;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eventops.console.services.AccessServices;
import org.eventops.console.services.AuditServices;
import org.eventops.console.services.BackupServices;
import org.eventops.console.services.BadgeServices;
import org.eventops.console.services.ConsoleFacts;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.services.DoorServices;
import org.eventops.console.services.EventServices;
import org.eventops.console.services.FileServices;
import org.eventops.console.services.HealthServices;
import org.eventops.console.services.PeopleServices;
import org.eventops.console.services.PrivacyServices;
import org.eventops.console.services.RehearsalServices;
import org.eventops.console.services.StoreServices;
import org.eventops.console.services.SyncServices;
import org.eventops.console.services.TicketServices;
import org.eventops.domain.access.Access;
import org.eventops.domain.audit.AuditExport;
import org.eventops.domain.audit.AuditLog;
import org.eventops.domain.audit.AuditService;
import org.eventops.domain.backup.BackupArchive;
import org.eventops.domain.backup.BackupPlaces;
import org.eventops.domain.backup.BackupService;
import org.eventops.domain.badge.BadgeDesk;
import org.eventops.domain.badge.BadgePapers;
import org.eventops.domain.badge.BadgePicture;
import org.eventops.domain.badge.BadgePlace;
import org.eventops.domain.badge.BadgeRepository;
import org.eventops.domain.badge.BadgeService;
import org.eventops.domain.badge.Printers;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.door.CheckinService;
import org.eventops.domain.door.DoorQueries;
import org.eventops.domain.door.DoorRepository;
import org.eventops.domain.door.Supervision;
import org.eventops.domain.door.camera.Cameras;
import org.eventops.domain.door.count.CountQueries;
import org.eventops.domain.door.rehearsal.CurveOutcome;
import org.eventops.domain.door.rehearsal.EarlierArrivals;
import org.eventops.domain.door.rehearsal.RehearsalOutcome;
import org.eventops.domain.door.search.AttendeeSearch;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRepository;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.event.EventStatus;
import org.eventops.domain.event.EventType;
import org.eventops.domain.exchange.Exporter;
import org.eventops.domain.exchange.ImportTimes;
import org.eventops.domain.exchange.Importer;
import org.eventops.domain.health.Health;
import org.eventops.domain.health.HealthReport;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.people.ComputerService;
import org.eventops.domain.people.PasswordService;
import org.eventops.domain.people.PeopleService;
import org.eventops.domain.people.PersonRepository;
import org.eventops.domain.people.PinService;
import org.eventops.domain.people.WaysIn;
import org.eventops.domain.privacy.ConsentService;
import org.eventops.domain.privacy.PersonalRows;
import org.eventops.domain.privacy.PrivacyService;
import org.eventops.domain.privacy.RetentionService;
import org.eventops.domain.privacy.StillHere;
import org.eventops.domain.readiness.BackupLook;
import org.eventops.domain.readiness.EventLooks;
import org.eventops.domain.readiness.Machine;
import org.eventops.domain.readiness.MachineLooks;
import org.eventops.domain.readiness.PlaceLooks;
import org.eventops.domain.readiness.Readiness;
import org.eventops.domain.readiness.SyncLook;
import org.eventops.domain.settings.Settings;
import org.eventops.domain.sync.ChangeFiles;
import org.eventops.domain.sync.ConflictCases;
import org.eventops.domain.sync.ConflictService;
import org.eventops.domain.sync.Settlements;
import org.eventops.domain.sync.SyncControl;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.domain.sync.ThisConsole;
import org.eventops.domain.ticketing.TicketLooks;
import org.eventops.domain.ticketing.TicketPapers;
import org.eventops.domain.ticketing.TicketingRepository;
import org.eventops.domain.ticketing.issue.TicketIssuing;
import org.eventops.domain.ticketing.issue.TicketVerifying;
import org.eventops.domain.ticketing.signed.KeyVault;
import org.eventops.domain.ticketing.signed.TicketSigning;
import org.eventops.domain.unlock.Entry;
import org.eventops.domain.unlock.KeyChanges;
import org.eventops.domain.unlock.Keyring;
import org.eventops.domain.unlock.KeyringShelf;
import org.eventops.domain.unlock.OneTimeCodes;
import org.eventops.domain.unlock.PasswordStretch;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.domain.unlock.SystemKeyStore;
import org.eventops.domain.unlock.Unlocking;

/** A window's services over nothing but two events. */
public final class FakeServices {
    public static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

    private FakeServices() {}

    public static ConsoleServices of(EventRow... events) {
        Transactions transactions = new FakeTransactions();
        Meter meter = new Meter(System::nanoTime);
        Settings settings = new FakeSettings();
        LocalChanges changes = new FakeChanges();
        TicketingRepository ticketing = empty(TicketingRepository.class, Map.of());
        DoorRepository doors = empty(DoorRepository.class, Map.of());
        return new ConsoleServices(
                new StoreServices(transactions, changes, UUID::randomUUID, settings),
                new EventServices(
                        empty(EventRepository.class, Map.of("rows", List.of(events))), ticketing),
                new DoorServices(
                        empty(DoorQueries.class, Map.of()),
                        empty(CountQueries.class, Map.of()),
                        doors,
                        new CheckinService(
                                transactions, doors, UUID::randomUUID, changes, CLOCK, meter),
                        new AttendeeSearch(
                                transactions,
                                ticketing,
                                changes,
                                new Access(),
                                Runnable::run,
                                meter),
                        empty(Cameras.class, Map.of())),
                tickets(transactions, ticketing),
                badges(transactions),
                new RehearsalServices(
                        (plan, progress) -> new RehearsalOutcome.NoTickets(),
                        new EarlierArrivals(
                                transactions,
                                empty(EventRepository.class, Map.of()),
                                empty(DoorQueries.class, Map.of())),
                        file -> new CurveOutcome.Empty()),
                new FileServices(
                        empty(Importer.class, Map.of()),
                        empty(Exporter.class, Map.of()),
                        progress -> false),
                people(transactions, settings),
                access(transactions),
                sync(transactions, settings),
                backups(transactions, settings),
                new Readiness(
                        new EventLooks(
                                transactions,
                                empty(DoorQueries.class, Map.of()),
                                ticketing,
                                new ImportTimes(transactions, settings),
                                CLOCK),
                        new PlaceLooks(
                                transactions,
                                settings,
                                new PlaceLooks.Staff(
                                        new PeopleService(
                                                transactions,
                                                empty(PersonRepository.class, Map.of()),
                                                new Access(),
                                                new WaysIn(
                                                        keys(),
                                                        pins(transactions, settings),
                                                        audit())),
                                        pins(transactions, settings),
                                        new PasswordService(
                                                transactions,
                                                empty(PersonRepository.class, Map.of()),
                                                new Access(),
                                                keys(),
                                                audit()),
                                        computer(transactions)),
                                empty(Cameras.class, Map.of()),
                                new PlaceLooks.Badges(
                                        new BadgePlace(transactions, settings, new Access()),
                                        empty(Printers.class, Map.of())),
                                new PlaceLooks.Keeping(
                                        new SyncLook(new NoSync(SyncStatus.State.ALONE), CLOCK),
                                        new BackupLook(places(transactions, settings), CLOCK))),
                        new MachineLooks(new FakeMachine(), Optional.empty()),
                        new Access()),
                health(),
                new ConsoleFacts(CLOCK, () -> false, "here", texts -> "", "ana"));
    }

    private static HealthServices health() {
        HealthReport well = new HealthReport(Instant.EPOCH, List.of(), List.of(), List.of());
        return new HealthServices(
                empty(Health.class, Map.of("report", well, "glance", well)),
                (out, language, progress) -> {});
    }

    private static PeopleServices people(Transactions transactions, Settings settings) {
        PinService pins = pins(transactions, settings);
        PeopleService people =
                new PeopleService(
                        transactions,
                        empty(PersonRepository.class, Map.of()),
                        new Access(),
                        new WaysIn(keys(), pins, audit()));
        return new PeopleServices(
                people,
                pins,
                new Supervision(new Access(), people, pins),
                privacy(transactions, settings));
    }

    private static PinService pins(Transactions transactions, Settings settings) {
        return new PinService(transactions, settings, new Access(), audit(), CLOCK);
    }

    /** One in which nothing stands, and which takes whatever is noted. */
    public static AuditLog audit() {
        return empty(AuditLog.class, Map.of());
    }

    private static BackupPlaces places(Transactions transactions, Settings settings) {
        return new BackupPlaces(transactions, settings, new Access(), audit());
    }

    private static BackupServices backups(Transactions transactions, Settings settings) {
        BackupPlaces places = places(transactions, settings);
        BackupArchive archive =
                empty(BackupArchive.class, Map.of("in", List.of(), "place", Path.of("backups")));
        return new BackupServices(
                new BackupService(archive, places, CLOCK, CLOCK.getZone()), places);
    }

    private static PrivacyServices privacy(Transactions transactions, Settings settings) {
        PersonalRows rows =
                empty(PersonalRows.class, Map.of("digests", Set.of(), "operators", Set.of()));
        AuditLog audit = audit();
        Access all = new Access();
        PinService pins = pins(transactions, settings);
        return new PrivacyServices(
                new PrivacyService(
                        transactions, rows, all, new StillHere(keys(), pins), audit, CLOCK),
                new RetentionService(transactions, rows, all, audit, CLOCK),
                new ConsentService(transactions, rows, all, CLOCK),
                (data, form, stream) -> stream.flush());
    }

    private static SyncServices sync(Transactions transactions, Settings settings) {
        NoConflicts none = new NoConflicts();
        SyncControl control = new NoSync(SyncStatus.State.ALONE);
        ThisConsole here = new ThisConsole(control::connection, settings);
        return new SyncServices(
                control,
                new ConflictService(
                        transactions,
                        none,
                        new Settlements(none, settings, UUID::randomUUID),
                        here,
                        CLOCK),
                new ConflictCases(transactions, none, none, here),
                empty(ChangeFiles.class, Map.of()),
                new NoConsoles(),
                text -> Optional.empty());
    }

    private static BadgeServices badges(Transactions transactions) {
        BadgeService badges =
                new BadgeService(
                        transactions,
                        empty(BadgeRepository.class, Map.of()),
                        UUID::randomUUID,
                        CLOCK);
        BadgePapers papers =
                empty(
                        BadgePapers.class,
                        Map.of("picture", new BadgePicture(1, 1, new int[1]), "module", 1.0));
        Printers printers = empty(Printers.class, Map.of());
        return new BadgeServices(
                badges,
                new BadgeDesk(badges, printers, papers, new Meter(System::nanoTime)),
                new BadgePlace(transactions, new FakeSettings(), new Access()),
                papers,
                printers);
    }

    public static EventRow event(String name, EventStatus status, String city) {
        return new EventRow(
                new EventId(
                        UUID.nameUUIDFromBytes(
                                name.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                "slug",
                name,
                EventType.CONCERT,
                status,
                ZoneId.of("America/Bogota"),
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(3600),
                city,
                null,
                100,
                10,
                5);
    }

    private static TicketServices tickets(
            Transactions transactions, TicketingRepository ticketing) {
        EventRepository events = empty(EventRepository.class, Map.of());
        KeyVault keys = empty(KeyVault.class, Map.of());
        TicketSigning signing = new TicketSigning(transactions, ticketing, keys, CLOCK);
        return new TicketServices(
                new TicketIssuing(
                        transactions,
                        events,
                        ticketing,
                        signing,
                        empty(TicketPapers.class, Map.of()),
                        empty(TicketLooks.class, Map.of()),
                        new Access()),
                signing,
                new TicketVerifying(transactions, events, ticketing),
                keys);
    }

    /** A port that holds nothing, but for the answers given. */
    private static KeyChanges keys() {
        return unlocking().changes(StoreKey.random(new SecureRandom()));
    }

    private static Unlocking unlocking() {
        KeyringShelf none = empty(KeyringShelf.class, Map.of("read", Keyring.EMPTY));
        return new Unlocking(
                none,
                empty(PasswordStretch.class, Map.of()),
                empty(OneTimeCodes.class, Map.of()),
                CLOCK);
    }

    private static ComputerService computer(Transactions transactions) {
        return new ComputerService(
                transactions,
                empty(PersonRepository.class, Map.of()),
                new Access(),
                empty(AuditLog.class, Map.of()),
                new ComputerService.Way(
                        unlocking().byComputer(empty(SystemKeyStore.class, Map.of())),
                        StoreKey.random(new SecureRandom())));
    }

    private static AccessServices access(Transactions transactions) {
        PersonRepository nobody = empty(PersonRepository.class, Map.of());
        Access all = new Access();
        return new AccessServices(
                all,
                new PasswordService(transactions, nobody, all, keys(), audit()),
                computer(transactions),
                empty(Entry.class, Map.of()),
                new AuditServices(
                        new AuditService(transactions, audit()),
                        empty(AuditExport.class, Map.of())),
                () -> {});
    }

    private static <T> T empty(Class<T> port, Map<String, Object> answers) {
        Object proxy =
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (self, method, arguments) -> {
                            if (answers.containsKey(method.getName())) {
                                return answers.get(method.getName());
                            }
                            if (method.getReturnType() == Optional.class) {
                                return Optional.empty();
                            }
                            return method.getReturnType() == List.class ? List.of() : null;
                        });
        return port.cast(proxy);
    }

    private static final class FakeTransactions implements Transactions {
        @Override
        public <T> T read(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T write(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T urgent(Supplier<T> work) {
            return work.get();
        }

        @Override
        public <T> T bulk(Supplier<T> work) {
            return work.get();
        }
    }

    private static final class FakeChanges implements LocalChanges {
        @Override
        public Subscription listen(Consumer<LocalChange> listener) {
            return () -> {};
        }
    }

    private static final class FakeSettings implements Settings {
        private final Map<String, String> kept = new HashMap<>();

        @Override
        public Optional<String> get(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void put(String key, String value) {
            kept.put(key, value);
        }

        @Override
        public Map<String, String> under(String prefix) {
            Map<String, String> found = new HashMap<>(kept);
            found.keySet().removeIf(key -> !key.startsWith(prefix));
            return found;
        }
    }

    private record FakeMachine() implements Machine {
        @Override
        public long freeBytes() {
            return Long.MAX_VALUE;
        }

        @Override
        public Optional<Battery> battery() {
            return Optional.empty();
        }

        @Override
        public boolean hasSound() {
            return false;
        }

        @Override
        public boolean hasDisplay() {
            return true;
        }
    }
}

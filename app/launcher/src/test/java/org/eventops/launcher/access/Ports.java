package org.eventops.launcher.access;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eventops.domain.access.Permission;
import org.eventops.domain.audit.AuditExport;
import org.eventops.domain.audit.AuditLog;
import org.eventops.domain.backup.BackupArchive;
import org.eventops.domain.badge.BadgeRepository;
import org.eventops.domain.door.DoorQueries;
import org.eventops.domain.door.DoorRepository;
import org.eventops.domain.door.count.CountQueries;
import org.eventops.domain.door.rehearsal.Rehearsals;
import org.eventops.domain.event.EventRepository;
import org.eventops.domain.exchange.EventExchange;
import org.eventops.domain.exchange.Exporter;
import org.eventops.domain.exchange.Importer;
import org.eventops.domain.health.Health;
import org.eventops.domain.health.StoreCondition;
import org.eventops.domain.health.SupportArchive;
import org.eventops.domain.people.PersonRepository;
import org.eventops.domain.privacy.PersonalRows;
import org.eventops.domain.sponsor.SponsorRepository;
import org.eventops.domain.sync.ChangeFiles;
import org.eventops.domain.sync.ConflictRepository;
import org.eventops.domain.sync.Consoles;
import org.eventops.domain.sync.SyncControl;
import org.eventops.domain.sync.SyncedRows;
import org.eventops.domain.ticketing.TicketLooks;
import org.eventops.domain.ticketing.TicketingRepository;
import org.eventops.domain.ticketing.signed.KeyVault;
import org.eventops.domain.venue.VenueRepository;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.persistence.Store;

/** What services and window are given of a console, and what each call of it takes. */
final class Ports {
    /** Interface, then for each permission ({@code -}: none) the methods that take it. */
    private static final String RULES =
            """
            EventRepository: SEE_EVENTS rows row id find history dates; EDIT_EVENTS save addHistory
            DoorQueries: SEE_EVENTS lists gates counts firstEntries; EDIT_LISTS saveList; \
            FIND_ATTENDEES lastScans scansOf
            CountQueries: SEE_EVENTS counts
            DoorRepository: CHECK_IN setup knowledge record answer scan undo
            PersonRepository: - all staff; CHANGE_PEOPLE save assign release
            TicketingRepository: SEE_EVENTS products questions keys; EDIT_EVENTS saveProduct; \
            FIND_ATTENDEES orders attendees attendee ticket order ticketsOf; \
            CHANGE_ORDERS saveOrder saveTicket recode revoke; CHANGE_KEYS saveKey
            TicketLooks: SEE_EVENTS of; EDIT_EVENTS save
            KeyVault: ISSUE_TICKETS privateKey; CHANGE_KEYS keep
            BadgeRepository: SEE_EVENTS layout; EDIT_EVENTS saveLayout; \
            PRINT_BADGES owner owners prints add; - end
            EventExchange: EXPORT load; IMPORT elsewhere merge
            VenueRepository: SEE_EVENTS all; EDIT_EVENTS save
            SponsorRepository: SEE_EVENTS all; EDIT_EVENTS save
            AuditLog: SEE_AUDIT find each journalled; KEEP_PRIVACY forget; - note
            AuditExport: SEE_AUDIT write
            ConflictRepository: - open; SETTLE_CONFLICTS list find resolve reopen
            SyncedRows: SETTLE_CONFLICTS row insert update delete
            Importer: IMPORT look run
            Exporter: EXPORT event attendees; SEE_EVENTS counts
            Rehearsals: REHEARSE run
            SyncControl: - status listen connection now; CHANGE_DEVICES connect
            Consoles: CHANGE_DEVICES list letIn takeOut
            ChangeFiles: - isOne; SET_UP_CONSOLE give take
            StoreCondition: - figures
            Health: SET_UP_CONSOLE report glance
            SupportArchive: SET_UP_CONSOLE write
            BackupArchive: BACK_UP place take verify in unreadable isOwn delete copy
            PersonalRows: KEEP_PRIVACY traces named operators rows events erase withdraw remember \
            digests withErasures consent retention endedBefore tickets orders
            """;

    /** What a role at one event is not enough for. */
    static final Set<String> WIDE =
            Set.of(
                    "AuditLog.find",
                    "AuditLog.each",
                    "AuditLog.journalled",
                    "AuditLog.forget",
                    "AuditExport.write",
                    "PersonRepository.save",
                    "EventExchange.load",
                    "EventExchange.elsewhere",
                    "EventExchange.merge",
                    "VenueRepository.save",
                    "SponsorRepository.save",
                    "Importer.look",
                    "Importer.run",
                    "Exporter.event",
                    "Exporter.attendees",
                    "Rehearsals.run",
                    "SyncControl.connect",
                    "Consoles.list",
                    "Consoles.letIn",
                    "Consoles.takeOut",
                    "ChangeFiles.give",
                    "ChangeFiles.take",
                    "BackupArchive.place",
                    "BackupArchive.take",
                    "BackupArchive.verify",
                    "BackupArchive.in",
                    "BackupArchive.unreadable",
                    "BackupArchive.isOwn",
                    "BackupArchive.delete",
                    "BackupArchive.copy",
                    "PersonalRows.traces",
                    "PersonalRows.named",
                    "PersonalRows.operators",
                    "PersonalRows.rows",
                    "PersonalRows.events",
                    "PersonalRows.erase",
                    "PersonalRows.withdraw",
                    "PersonalRows.remember",
                    "PersonalRows.digests",
                    "PersonalRows.withErasures",
                    "PersonalRows.consent",
                    "PersonalRows.retention",
                    "PersonalRows.endedBefore",
                    "PersonalRows.tickets",
                    "PersonalRows.orders");

    private Ports() {}

    static Map<Class<?>, Object> of(OpenConsole console) {
        Store store = console.store();
        Map<Class<?>, Object> ports = new HashMap<>();
        ports.put(EventRepository.class, store.events());
        ports.put(DoorQueries.class, store.doorQueries());
        ports.put(CountQueries.class, store.counts());
        ports.put(DoorRepository.class, store.doors());
        ports.put(PersonRepository.class, store.people());
        ports.put(TicketingRepository.class, store.ticketing());
        ports.put(TicketLooks.class, store.ticketLooks());
        ports.put(KeyVault.class, store.keys());
        ports.put(BadgeRepository.class, store.badges());
        ports.put(EventExchange.class, store.exchange());
        ports.put(VenueRepository.class, store.venues());
        ports.put(SponsorRepository.class, store.sponsors());
        ports.put(AuditLog.class, store.audit());
        ports.put(AuditExport.class, console.auditExport());
        ports.put(ConflictRepository.class, store.conflicts());
        ports.put(SyncedRows.class, store.syncedRows());
        ports.put(Importer.class, console.importer());
        ports.put(Exporter.class, console.exporter());
        ports.put(Rehearsals.class, console.rehearsals());
        ports.put(SyncControl.class, console.sync().control());
        ports.put(Consoles.class, console.sync().consoles());
        ports.put(ChangeFiles.class, console.changeFiles());
        ports.put(StoreCondition.class, store.condition());
        ports.put(Health.class, console.health().health());
        ports.put(SupportArchive.class, console.health().archive());
        ports.put(BackupArchive.class, store.backups());
        ports.put(PersonalRows.class, store.personal());
        return ports;
    }

    /** By {@code Interface.method}; empty where anybody may. */
    static Map<String, Optional<Permission>> rules() {
        Map<String, Optional<Permission>> rules = new HashMap<>();
        RULES.lines().forEach(line -> read(line, rules));
        return rules;
    }

    private static void read(String line, Map<String, Optional<Permission>> rules) {
        String[] halves = line.split(": ", -1);
        for (String part : halves[1].split("; ", -1)) {
            List<String> words = Arrays.asList(part.split(" ", -1));
            Iterator<String> each = words.iterator();
            String what = each.next();
            Optional<Permission> permission =
                    what.equals("-") ? Optional.empty() : Optional.of(Permission.valueOf(what));
            each.forEachRemaining(method -> rules.put(halves[0] + "." + method, permission));
        }
    }
}

package org.eventops.launcher.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.eventops.adapters.camera.AllCameras;
import org.eventops.adapters.keystore.SystemKeyStores;
import org.eventops.adapters.machine.LidSwitch;
import org.eventops.console.services.AccessServices;
import org.eventops.console.services.AuditServices;
import org.eventops.console.services.BackupServices;
import org.eventops.console.services.ConsoleFacts;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.services.DoorServices;
import org.eventops.console.services.EventServices;
import org.eventops.console.services.FileServices;
import org.eventops.console.services.PeopleServices;
import org.eventops.console.services.RehearsalServices;
import org.eventops.console.services.StoreServices;
import org.eventops.console.services.TicketServices;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.camera.MeasuredCameras;
import org.eventops.domain.door.search.AttendeeSearch;
import org.eventops.domain.readiness.NetworkTime;
import org.eventops.domain.unlock.SystemKeyStore;
import org.eventops.launcher.demo.DemoOutcome;
import org.eventops.persistence.Store;

/** Gives the window what it works with: the same services as the commands have. */
public final class WindowWiring {
    private WindowWiring() {}

    /** A window that touches neither the network nor the computer's key store. */
    public static ConsoleServices of(
            OpenConsole console, Path folder, Clock clock, Executor background) {
        return of(console, folder, clock, background, Optional.empty(), SystemKeyStores.none());
    }

    /**
     * @param background where the search reads its texts again after a change
     * @param time of the network; empty when it must not be touched
     * @param keyStore of this computer
     */
    public static ConsoleServices of(
            OpenConsole console,
            Path folder,
            Clock clock,
            Executor background,
            Optional<NetworkTime> time,
            SystemKeyStore keyStore) {
        Store store = console.store();
        AttendeeSearch search = console.search(background);
        return new ConsoleServices(
                new StoreServices(
                        store.transactions(), store.changes(), store.ids(), store.settings()),
                new EventServices(store.events(), store.ticketing()),
                new DoorServices(
                        store.doorQueries(),
                        store.counts(),
                        store.doors(),
                        console.checkins(),
                        search,
                        new MeasuredCameras(new AllCameras(), store.meter())),
                new TicketServices(
                        console.issuing(), console.signing(), console.verifying(), store.keys()),
                console.badges(),
                new RehearsalServices(
                        console.rehearsals(), console.earlierArrivals(), console.curveFiles()),
                new FileServices(
                        console.importer(),
                        console.exporter(),
                        progress -> filled(console, progress)),
                new PeopleServices(
                        console.people(), console.pins(), console.supervision(), console.privacy()),
                new AccessServices(
                        store.access(),
                        console.passwords(),
                        Trusted.of(store, folder, clock, keyStore),
                        console.entry(),
                        new AuditServices(console.audit(), console.auditExport()),
                        console::again),
                console.sync(),
                new BackupServices(console.backups(), console.backupPlaces()),
                console.readiness(time),
                console.health(),
                new ConsoleFacts(
                        clock,
                        new LidSwitch(),
                        folder.toString(),
                        texts -> console.recovery(texts).orElse(""),
                        console.person()));
    }

    private static boolean filled(OpenConsole console, Progress progress) {
        return !(console.demo().fill(progress) instanceof DemoOutcome.OtherData);
    }
}

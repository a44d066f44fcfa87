package org.eventops.launcher.wiring;

import java.nio.file.Path;
import java.time.Clock;
import org.eventops.adapters.keystore.SystemKeyStores;
import org.eventops.domain.people.ComputerService;
import org.eventops.domain.unlock.SystemKeyStore;
import org.eventops.persistence.Store;

/** For whom this computer opens an open store the next time, without a password. */
public final class Trusted {
    private Trusted() {}

    public static ComputerService of(Store store, Path folder, Clock clock) {
        return of(store, folder, clock, SystemKeyStores.here());
    }

    /** The same at a computer with this key store. */
    public static ComputerService of(Store store, Path folder, Clock clock, SystemKeyStore system) {
        return new ComputerService(
                store.transactions(),
                store.people(),
                store.access(),
                store.audit(),
                new ComputerService.Way(
                        OpenConsole.unlocking(folder, clock).byComputer(system), store.key()));
    }
}

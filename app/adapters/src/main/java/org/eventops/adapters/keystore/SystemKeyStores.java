package org.eventops.adapters.keystore;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.eventops.domain.unlock.SystemKeyStore;

/** Finds the key store of the system in which this program runs, without asking it anything. */
public final class SystemKeyStores {
    /** Beside the program's own folder there, so that a copy of that one holds no key. */
    private static final String KEYS = "EventOps keys";

    private SystemKeyStores() {}

    public static SystemKeyStore here() {
        return of(System.getProperty("os.name", ""), System.getenv());
    }

    /** For what must not touch it. */
    public static SystemKeyStore none() {
        return new NoKeyStore();
    }

    static SystemKeyStore of(String system, Map<String, String> environment) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.contains("linux")) {
            return new SecretService(Map.of());
        }
        if (lower.contains("mac")) {
            return new Keychain(Keychain.PROGRAM);
        }
        String local = environment.getOrDefault("LOCALAPPDATA", "");
        return lower.contains("windows") && !local.isBlank()
                ? new ProtectedFiles(Path.of(local, KEYS), new WindowsProtection())
                : none();
    }
}

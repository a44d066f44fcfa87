package org.eventops.launcher.wiring;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the store lies when nobody says so: the place each system keeps for programs' data. */
public final class DataFolder {
    /** Names the folder for scripts and services. */
    public static final String VARIABLE = "EVENTOPS_DATA";

    private DataFolder() {}

    /** The folder asked for, else the variable's, else the system's; always absolute. */
    public static Path of(@Nullable Path asked) {
        return of(asked, System.getenv(), System.getProperty("os.name"));
    }

    static Path of(@Nullable Path asked, Map<String, String> environment, String system) {
        if (asked != null) {
            return asked.toAbsolutePath().normalize();
        }
        String variable = environment.getOrDefault(VARIABLE, "");
        Path folder = variable.isBlank() ? ofSystem(environment, system) : Path.of(variable);
        return folder.toAbsolutePath().normalize();
    }

    private static Path ofSystem(Map<String, String> environment, String system) {
        Path home = Path.of(System.getProperty("user.home"));
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.contains("win")) {
            String local = environment.get("LOCALAPPDATA");
            return (local == null ? home.resolve("AppData/Local") : Path.of(local))
                    .resolve("EventOps");
        }
        if (lower.contains("mac")) {
            return home.resolve("Library/Application Support/EventOps");
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        return (xdg.isBlank() ? home.resolve(".local/share") : Path.of(xdg)).resolve("eventops");
    }
}

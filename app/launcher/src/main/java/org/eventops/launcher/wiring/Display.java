package org.eventops.launcher.wiring;

import java.util.Locale;
import java.util.Map;

/** Whether a window could be shown here. */
public final class Display {
    private Display() {}

    public static boolean isThere(Map<String, String> environment, String system) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.contains("win") || lower.contains("mac")) {
            return true;
        }
        return !environment.getOrDefault("DISPLAY", "").isBlank()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
    }
}

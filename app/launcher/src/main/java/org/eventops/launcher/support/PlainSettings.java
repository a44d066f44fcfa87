package org.eventops.launcher.support;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eventops.domain.settings.Settings;

/** Settings that are a person's taste or a machine's, and nobody's name: these and no others. */
final class PlainSettings {
    private static final String DOOR = "door.";

    private static final List<String> NAMES =
            List.of(
                    "console.language",
                    "console.theme",
                    "console.textSize",
                    "console.colourBlind",
                    "console.touch",
                    "console.lockMinutes",
                    DOOR + "lockMinutes",
                    DOOR + "fullVerdict",
                    "place.camera.mirrored");

    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._-]{1,20}");

    private PlainSettings() {}

    static Map<String, String> of(Settings settings) {
        Map<String, String> plain = new TreeMap<>();
        for (String name : NAMES) {
            settings.get(name)
                    .filter(value -> VALUE.matcher(value).matches())
                    .ifPresent(value -> plain.put(name, value));
        }
        return plain;
    }
}

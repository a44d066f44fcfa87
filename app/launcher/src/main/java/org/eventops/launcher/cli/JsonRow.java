package org.eventops.launcher.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the object of one answer; keys stay in the order in which they are put. */
final class JsonRow {
    private final Map<String, @Nullable Object> keys = new LinkedHashMap<>();

    static JsonRow of(String key, @Nullable Object value) {
        return new JsonRow().put(key, value);
    }

    JsonRow put(String key, @Nullable Object value) {
        keys.put(key, value);
        return this;
    }

    Map<String, @Nullable Object> map() {
        return keys;
    }

    /** As in the event file: {@code ON_SALE} is written {@code on_sale}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** ISO-8601 with the offset that the zone has then. */
    static String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
    }
}

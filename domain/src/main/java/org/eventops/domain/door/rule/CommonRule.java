package org.eventops.domain.door.rule;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that lists mostly have, as the rule that says them; for those who write no JSON.
 */
public sealed interface CommonRule {
    /** Only tickets of these products, by key. */
    record Products(List<String> keys) implements CommonRule {}

    /** Only at these gates, by key. */
    record Gates(List<String> keys) implements CommonRule {}

    /** At most so many entries of one ticket on one day. */
    record EntriesADay(int most) implements CommonRule {}

    /** From the admission on, or so many minutes before it. */
    record FromAdmission(int minutesBefore) implements CommonRule {}

    /** From a time of the day on. */
    record From(LocalTime time) implements CommonRule {}

    /** Until a time of the day. */
    record Until(LocalTime time) implements CommonRule {}

    /** The rule as JSON. */
    default String json() {
        return switch (this) {
            case Products products -> anyOf("product", products.keys());
            case Gates gates -> anyOf("gate", gates.keys());
            case EntriesADay entries ->
                    "{\"<\":[{\"var\":\"entries_today\"}," + entries.most() + "]}";
            case FromAdmission from ->
                    "{\"isAfter\":[{\"var\":\"now\"},{\"buildTime\":[\"date_admission\"]},"
                            + from.minutesBefore()
                            + "]}";
            case From from -> "{\"isAfter\":[{\"var\":\"now\"}," + time(from.time()) + ",0]}";
            case Until until -> "{\"isBefore\":[{\"var\":\"now\"}," + time(until.time()) + ",0]}";
        };
    }

    /** Both: what the list asks already, and this. */
    default String andAlso(@Nullable String rule) {
        return rule == null || rule.isBlank() || rule.strip().equals("{}")
                ? json()
                : "{\"and\":[" + rule.strip() + "," + json() + "]}";
    }

    private static String time(LocalTime time) {
        String clock = String.format(Locale.ROOT, "%02d:%02d", time.getHour(), time.getMinute());
        return "{\"buildTime\":[\"customtime\",\"" + clock + "\"]}";
    }

    private static String anyOf(String kind, List<String> keys) {
        String looked =
                keys.stream()
                        .map(CommonRule::quoted)
                        .map(key -> "{\"lookup\":[\"" + kind + "\"," + key + "," + key + "]}")
                        .collect(Collectors.joining(","));
        return "{\"inList\":[{\"var\":\"" + kind + "\"},{\"objectList\":[" + looked + "]}]}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}

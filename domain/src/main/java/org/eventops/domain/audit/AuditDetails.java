package org.eventops.domain.audit;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.RowHash;
import org.jspecify.annotations.Nullable;

/** What stands in the details of a line, as JSON. */
public final class AuditDetails {
    /** A picture or a long text is told by its length. */
    private static final int LONGEST = 2000;

    private static final Set<String> LEFT_OUT = Set.of("id", "tenant", "scope", "code_folded");

    private AuditDetails() {}

    /**
     * @return column by column what stood before and what after; null if nothing worth telling
     */
    public static @Nullable String of(RowChange change) {
        JsonObject all = new JsonObject();
        for (RowChange.Column column : change.columns()) {
            if (!LEFT_OUT.contains(column.name())) {
                JsonArray pair = new JsonArray();
                pair.add(value(column.before()));
                pair.add(value(column.after()));
                all.add(column.name(), pair);
            }
        }
        return all.isEmpty() ? null : all.toString();
    }

    /**
     * @param counts rows by what was done to them
     */
    public static String of(Map<RowChange.Op, Integer> counts) {
        JsonObject all = new JsonObject();
        new TreeMap<>(counts)
                .forEach(
                        (op, count) ->
                                all.addProperty(
                                        deed(op).name().toLowerCase(java.util.Locale.ROOT), count));
        return all.toString();
    }

    /** Of a line that tells of other lines, or of a file. */
    public static String of(String key, Collection<?> values) {
        JsonArray array = new JsonArray();
        values.forEach(each -> array.add(each.toString()));
        JsonObject all = new JsonObject();
        all.add(key, array);
        return all.toString();
    }

    /** Of a line that tells of no row, what there is to say by its name. */
    static String told(Map<String, String> told) {
        JsonObject all = new JsonObject();
        new TreeMap<>(told).forEach(all::addProperty);
        return all.isEmpty() ? "" : all.toString();
    }

    /** What the details of a line tell, one by one. */
    public static List<AuditChange> read(AuditLine line) {
        String details = line.details();
        if (details == null) {
            return List.of();
        }
        boolean ofRow = !line.what().table().isEmpty();
        return JsonParser.parseString(details).getAsJsonObject().entrySet().stream()
                .map(each -> change(each.getKey(), each.getValue(), ofRow))
                .toList();
    }

    private static AuditChange change(String name, JsonElement told, boolean ofRow) {
        if (ofRow && told instanceof JsonArray pair && pair.size() == 2) {
            return new AuditChange(name, text(pair.get(0)), text(pair.get(1)));
        }
        String all =
                told instanceof JsonArray list
                        ? list.asList().stream()
                                .map(AuditDetails::text)
                                .collect(Collectors.joining(", "))
                        : text(told);
        return new AuditChange(name, "", all);
    }

    private static String text(JsonElement value) {
        return value.isJsonNull() ? "" : value.getAsString();
    }

    /** The keys of the lines that such a line tells of. */
    static Set<UUID> lines(@Nullable String details) {
        Set<UUID> ids = new LinkedHashSet<>();
        if (details != null) {
            JsonElement lines = JsonParser.parseString(details).getAsJsonObject().get("lines");
            List<JsonElement> all = lines == null ? List.of() : lines.getAsJsonArray().asList();
            all.forEach(each -> ids.add(UUID.fromString(each.getAsString())));
        }
        return ids;
    }

    public static Deed deed(RowChange.Op op) {
        return switch (op) {
            case INSERT -> Deed.ADDED;
            case UPDATE -> Deed.CHANGED;
            case DELETE -> Deed.REMOVED;
        };
    }

    private static JsonElement value(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNull.INSTANCE;
            case Boolean truth -> new JsonPrimitive(truth);
            case Integer number -> new JsonPrimitive(number);
            case Long number -> new JsonPrimitive(number);
            default -> new JsonPrimitive(shortened(RowHash.canonical(value)));
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : "(" + text.length() + ")";
    }
}

package org.eventops.domain.sync;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eventops.domain.change.replica.RowHash;
import org.eventops.domain.change.replica.SyncedTables;
import org.jspecify.annotations.Nullable;

/** Values of columns in the JSON of docs/sync.md. What does not fit is an IllegalArgument. */
final class ColumnJson {
    private ColumnJson() {}

    static @Nullable Object read(String table, String column, JsonElement json) {
        if (json.isJsonNull()) {
            return null;
        }
        return switch (type(table, column)) {
            case TEXT -> json.getAsString();
            case UUID -> UUID.fromString(json.getAsString());
            case INT -> json.getAsBigDecimal().intValueExact();
            case LONG -> json.getAsBigDecimal().longValueExact();
            case BOOL -> json.getAsBoolean();
            case TIME ->
                    OffsetDateTime.parse(json.getAsString()).withOffsetSameInstant(ZoneOffset.UTC);
            case DECIMAL -> json.getAsBigDecimal();
        };
    }

    /** What a newer hub has more of is passed over. */
    static Map<String, @Nullable Object> columns(String table, JsonObject json) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>();
        json.entrySet().stream()
                .filter(entry -> column(table, entry.getKey()).isPresent())
                .forEach(
                        entry ->
                                all.put(
                                        entry.getKey(),
                                        read(table, entry.getKey(), entry.getValue())));
        return all;
    }

    static JsonElement write(@Nullable Object value) {
        return switch (value) {
            case null -> JsonNull.INSTANCE;
            case Boolean truth -> new JsonPrimitive(truth);
            case Integer number -> new JsonPrimitive(number);
            case Long number -> new JsonPrimitive(number);
            default -> new JsonPrimitive(RowHash.canonical(value));
        };
    }

    /** Whether both mean the same, whatever their scale or offset. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        return write(one).equals(write(other));
    }

    private static SyncedTables.Type type(String table, String column) {
        return column(table, column)
                .orElseThrow(() -> new IllegalArgumentException("no column " + column))
                .type();
    }

    private static Optional<SyncedTables.Column> column(String table, String name) {
        return SyncedTables.of(table).columns().stream()
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}

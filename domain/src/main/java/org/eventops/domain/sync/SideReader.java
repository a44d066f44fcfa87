package org.eventops.domain.sync;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.eventops.domain.change.replica.RowChange;
import org.jspecify.annotations.Nullable;

/** Reads what the hub wrote into the sides of a conflict. */
public final class SideReader {
    private SideReader() {}

    public static SideContent loser(Conflict conflict) {
        return read(conflict, conflict.loser());
    }

    public static SideContent winner(Conflict conflict) {
        return read(conflict, conflict.winner());
    }

    private static SideContent read(Conflict conflict, Conflict.Side side) {
        String json = side.value();
        if (json == null) {
            return missing(conflict);
        }
        try {
            return content(conflict, JsonParser.parseString(json));
        } catch (JsonParseException
                | IllegalArgumentException
                | IllegalStateException
                | UnsupportedOperationException
                | DateTimeException e) {
            // shown as it stands; it cannot be taken
            return new SideContent.Unreadable(json);
        }
    }

    private static SideContent missing(Conflict conflict) {
        return switch (conflict.kind()) {
            case FIELD, SLUG -> new SideContent.Value(null);
            default -> new SideContent.Nothing();
        };
    }

    private static SideContent content(Conflict conflict, JsonElement json) {
        return switch (conflict.kind()) {
            case FIELD, SLUG -> new SideContent.Value(value(conflict, json));
            case DUPLICATE_ENTRY -> entry(json.getAsJsonObject());
            case DELETED -> whole(conflict, json);
            case REJECTED -> rejected(json);
            case OVERSOLD, HOLD -> plain(json);
        };
    }

    private static @Nullable Object value(Conflict conflict, JsonElement json) {
        String table = conflict.table();
        String field = conflict.field();
        if (table == null || field == null) {
            throw new IllegalArgumentException("no field is named");
        }
        return ColumnJson.read(table, field, json);
    }

    private static SideContent entry(JsonObject json) {
        String at = text(json, "at");
        return new SideContent.Entry(
                UUID.fromString(json.get("scan").getAsString()),
                text(json, "gate"),
                at == null ? null : Instant.parse(at),
                text(json, "device"),
                text(json, "operator"));
    }

    private static SideContent whole(Conflict conflict, JsonElement json) {
        String table = conflict.table();
        if (json.isJsonNull() || table == null) {
            return new SideContent.Nothing();
        }
        JsonObject object = json.getAsJsonObject();
        JsonElement row = object.get("row");
        return new SideContent.Whole(
                row == null ? Map.of() : ColumnJson.columns(table, row.getAsJsonObject()),
                object.has("fields")
                        ? ColumnJson.columns(table, object.getAsJsonObject("fields"))
                        : Map.of());
    }

    private static SideContent rejected(JsonElement json) {
        if (json.isJsonArray()) {
            return new SideContent.Changes(changes(json));
        }
        return json.isJsonObject() ? new SideContent.Large() : new SideContent.Word(word(json));
    }

    private static List<RowChange> changes(JsonElement json) {
        List<RowChange> all = new ArrayList<>();
        for (JsonElement each : json.getAsJsonArray()) {
            all.add(change(each.getAsJsonObject()));
        }
        return all;
    }

    private static RowChange change(JsonObject json) {
        String table = json.get("t").getAsString();
        List<RowChange.Column> columns = new ArrayList<>();
        json.getAsJsonObject("c")
                .entrySet()
                .forEach(
                        entry -> {
                            var pair = entry.getValue().getAsJsonArray();
                            String name = entry.getKey();
                            columns.add(
                                    new RowChange.Column(
                                            name,
                                            ColumnJson.read(table, name, pair.get(0)),
                                            ColumnJson.read(table, name, pair.get(1))));
                        });
        return new RowChange(
                table,
                UUID.fromString(json.get("s").getAsString()),
                op(json.get("o").getAsString()),
                UUID.fromString(json.get("k").getAsString()),
                columns);
    }

    private static RowChange.Op op(String letter) {
        return switch (letter.toUpperCase(Locale.ROOT)) {
            case "I" -> RowChange.Op.INSERT;
            case "U" -> RowChange.Op.UPDATE;
            case "D" -> RowChange.Op.DELETE;
            default -> throw new IllegalArgumentException("no such operation: " + letter);
        };
    }

    private static SideContent plain(JsonElement json) {
        return json.isJsonNull() ? new SideContent.Nothing() : new SideContent.Word(word(json));
    }

    private static String word(JsonElement json) {
        return json.isJsonPrimitive() ? json.getAsString() : json.toString();
    }

    private static @Nullable String text(JsonObject json, String name) {
        JsonElement value = json.has(name) ? json.get(name) : JsonNull.INSTANCE;
        return value.isJsonNull() ? null : value.getAsString();
    }
}

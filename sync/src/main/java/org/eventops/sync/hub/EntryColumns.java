package org.eventops.sync.hub;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eventops.sync.json.ValueJson;
import org.jspecify.annotations.Nullable;

/** Columns of a row as the hub writes them, one JSON object. */
final class EntryColumns {
    private static final JsonFactory JSON = new JsonFactory();

    private EntryColumns() {}

    /** Columns this table does not have are kept as JSON says. */
    static Map<String, @Nullable Object> of(String table, String json) throws IOException {
        Map<String, @Nullable Object> columns = new HashMap<>();
        try (JsonParser in = JSON.createParser(json)) {
            begin(in);
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                columns.put(name, ValueJson.read(in, ValueJson.type(table, name)));
            }
        }
        return columns;
    }

    /** How far each scope goes, of a receipt. */
    static Map<UUID, Long> clocks(String json) throws IOException {
        Map<UUID, Long> clocks = new HashMap<>();
        try (JsonParser in = JSON.createParser(json)) {
            begin(in);
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                UUID scope = UUID.fromString(in.currentName());
                in.nextToken();
                clocks.put(scope, in.getLongValue());
            }
        }
        return clocks;
    }

    private static void begin(JsonParser in) throws IOException {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw new IOException("no object");
        }
    }
}

package org.eventops.sync.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.RowHash;
import org.eventops.domain.change.replica.SyncedTables;
import org.jspecify.annotations.Nullable;

/** Mutations and their changes. The same mutation always becomes the same bytes. */
public final class MutationJson {
    private static final JsonFactory JSON = new JsonFactory();

    private MutationJson() {}

    /** {@code {"n":…,"id":…,"at":…,"changes":[…]}} in UTF-8. */
    public static byte[] bytes(LocalMutation mutation) {
        return written(
                out -> {
                    out.writeStartObject();
                    writeHead(out, mutation);
                    out.writeFieldName("changes");
                    writeChanges(out, mutation.changes());
                    out.writeEndObject();
                });
    }

    /** The changes alone, as an array: a part of a large mutation. */
    public static byte[] bytes(List<RowChange> changes) {
        return written(out -> writeChanges(out, changes));
    }

    /** Number, id and time, as fields of the object that is open. */
    public static void writeHead(JsonGenerator out, LocalMutation mutation) throws IOException {
        out.writeNumberField("n", mutation.number());
        out.writeStringField("id", mutation.id().toString());
        OffsetDateTime at = mutation.at().atOffset(ZoneOffset.UTC);
        out.writeStringField("at", RowHash.canonical(at));
    }

    public static void writeChanges(JsonGenerator out, List<RowChange> changes) throws IOException {
        out.writeStartArray();
        for (RowChange change : changes) {
            out.writeStartObject();
            out.writeStringField("t", change.table());
            out.writeStringField("s", change.scope().toString());
            out.writeStringField("o", change.op().name().substring(0, 1));
            out.writeStringField("k", change.key().toString());
            out.writeObjectFieldStart("c");
            for (RowChange.Column column : change.columns()) {
                out.writeArrayFieldStart(column.name());
                ValueJson.write(out, column.before());
                ValueJson.write(out, column.after());
                out.writeEndArray();
            }
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /**
     * @throws IOException if it is no mutation
     */
    public static LocalMutation mutation(byte[] bytes) throws IOException {
        try (JsonParser in = JSON.createParser(bytes)) {
            in.nextToken();
            return readMutation(in);
        }
    }

    /** The array of changes at the start of these bytes. */
    public static List<RowChange> changes(byte[] bytes) throws IOException {
        try (JsonParser in = JSON.createParser(bytes)) {
            in.nextToken();
            return readChanges(in);
        }
    }

    private static LocalMutation readMutation(JsonParser in) throws IOException {
        expect(in, JsonToken.START_OBJECT);
        long number = -1;
        UUID id = null;
        OffsetDateTime at = null;
        List<RowChange> changes = List.of();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "n" -> number = in.getLongValue();
                case "id" -> id = uuid(in);
                case "at" -> at = (OffsetDateTime) ValueJson.read(in, SyncedTables.Type.TIME);
                case "changes" -> changes = readChanges(in);
                default -> in.skipChildren();
            }
        }
        if (number < 0 || id == null || at == null) {
            throw new IOException("a mutation without number, id or time");
        }
        return new LocalMutation(number, id, at.toInstant(), changes, false);
    }

    /** From the array at the parser's current token to its end. */
    public static List<RowChange> readChanges(JsonParser in) throws IOException {
        expect(in, JsonToken.START_ARRAY);
        List<RowChange> changes = new ArrayList<>();
        while (in.nextToken() == JsonToken.START_OBJECT) {
            changes.add(readChange(in));
        }
        return changes;
    }

    private static RowChange readChange(JsonParser in) throws IOException {
        String table = null;
        UUID scope = null;
        RowChange.Op op = null;
        UUID key = null;
        List<RowChange.Column> columns = List.of();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "t" -> table = in.getText();
                case "s" -> scope = uuid(in);
                case "o" -> op = op(in.getText());
                case "k" -> key = uuid(in);
                case "c" -> columns = readColumns(in, table);
                default -> in.skipChildren();
            }
        }
        if (table == null || scope == null || op == null || key == null) {
            throw new IOException("a change without table, scope, kind or key");
        }
        return new RowChange(table, scope, op, key, columns);
    }

    private static List<RowChange.Column> readColumns(JsonParser in, @Nullable String table)
            throws IOException {
        if (table == null) {
            throw new IOException("columns before their table");
        }
        expect(in, JsonToken.START_OBJECT);
        List<RowChange.Column> columns = new ArrayList<>();
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String name = in.currentName();
            var type = ValueJson.type(table, name);
            in.nextToken();
            expect(in, JsonToken.START_ARRAY);
            in.nextToken();
            Object before = ValueJson.read(in, type);
            in.nextToken();
            Object after = ValueJson.read(in, type);
            in.nextToken();
            expect(in, JsonToken.END_ARRAY);
            columns.add(new RowChange.Column(name, before, after));
        }
        return columns;
    }

    private static RowChange.Op op(String letter) throws IOException {
        return switch (letter) {
            case "I" -> RowChange.Op.INSERT;
            case "U" -> RowChange.Op.UPDATE;
            case "D" -> RowChange.Op.DELETE;
            default -> throw new IOException("a change of kind " + letter);
        };
    }

    private static UUID uuid(JsonParser in) throws IOException {
        try {
            return UUID.fromString(in.getText());
        } catch (IllegalArgumentException e) {
            throw new IOException("no uuid", e);
        }
    }

    private static void expect(JsonParser in, JsonToken token) throws IOException {
        if (in.currentToken() != token) {
            throw new IOException("expected " + token + ", found " + in.currentToken());
        }
    }

    private interface Writing {
        void to(JsonGenerator out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

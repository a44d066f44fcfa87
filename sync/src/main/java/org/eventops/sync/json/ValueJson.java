package org.eventops.sync.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.eventops.domain.change.replica.RowHash;
import org.eventops.domain.change.replica.SyncedTables;
import org.jspecify.annotations.Nullable;

/** Values of columns. */
public final class ValueJson {
    private ValueJson() {}

    /** Text, booleans and integers as such; everything else as its canonical text. */
    public static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case Boolean b -> out.writeBoolean(b);
            case Integer i -> out.writeNumber(i);
            case Long l -> out.writeNumber(l);
            default -> out.writeString(RowHash.canonical(value));
        }
    }

    /**
     * The value at the parser's current token.
     *
     * @param type null for a column this program does not know: then what JSON says is kept
     * @throws IOException if it is not of that type
     */
    public static @Nullable Object read(JsonParser in, SyncedTables.@Nullable Type type)
            throws IOException {
        if (in.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (type == null) {
            return asItIs(in);
        }
        try {
            return switch (type) {
                case TEXT -> text(in);
                case UUID -> UUID.fromString(text(in));
                case TIME -> OffsetDateTime.parse(text(in)).withOffsetSameInstant(ZoneOffset.UTC);
                case DECIMAL -> new BigDecimal(text(in));
                case INT -> in.getIntValue();
                case LONG -> in.getLongValue();
                case BOOL -> in.getBooleanValue();
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IOException("no value of type " + type, e);
        }
    }

    private static Object asItIs(JsonParser in) throws IOException {
        return switch (in.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> in.getLongValue();
            case VALUE_NUMBER_FLOAT -> in.getDecimalValue();
            case VALUE_STRING -> in.getText();
            default -> throw new IOException("a value that is none: " + in.currentToken());
        };
    }

    /** Numbers are taken as text too: another writer may have written a decimal as one. */
    private static String text(JsonParser in) throws IOException {
        if (!in.currentToken().isScalarValue()) {
            throw new IOException("a value that is none: " + in.currentToken());
        }
        return in.getText();
    }

    /** The type of a column; null if this program does not know it. */
    public static SyncedTables.@Nullable Type type(String table, String column) {
        for (SyncedTables.Column each : SyncedTables.of(table).columns()) {
            if (each.name().equals(column)) {
                return each.type();
            }
        }
        return null;
    }
}

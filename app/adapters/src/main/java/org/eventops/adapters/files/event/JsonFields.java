package org.eventops.adapters.files.event;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import org.eventops.domain.money.Money;
import org.jspecify.annotations.Nullable;

/** Fields as an event file writes them; an absent value writes nothing. */
final class JsonFields {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx");

    private final JsonGenerator json;
    private final ZoneId zone;

    JsonFields(JsonGenerator json, ZoneId zone) {
        this.json = json;
        this.zone = zone;
    }

    void text(String key, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeStringField(key, value);
        }
    }

    void name(String key, Enum<?> value) throws IOException {
        text(key, Fields.written(value, false));
    }

    void count(String key, @Nullable Integer value) throws IOException {
        if (value != null) {
            json.writeNumberField(key, value);
        }
    }

    void time(String key, @Nullable Instant value) throws IOException {
        if (value != null) {
            DateTimeFormatter format =
                    value.equals(value.truncatedTo(ChronoUnit.SECONDS)) ? SECONDS : MICROS;
            text(key, format.format(value.atZone(zone)));
        }
    }

    void money(String key, @Nullable Money value) throws IOException {
        text(key, value == null ? null : value.toDecimal());
    }

    void decimal(String key, @Nullable BigDecimal value) throws IOException {
        text(key, value == null ? null : value.toPlainString());
    }

    void texts(String key, Collection<String> values) throws IOException {
        if (!values.isEmpty()) {
            allTexts(key, values);
        }
    }

    void allTexts(String key, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(key);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    /** JSON as it was read. */
    void raw(String key, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeFieldName(key);
            json.writeRawValue(value);
        }
    }
}

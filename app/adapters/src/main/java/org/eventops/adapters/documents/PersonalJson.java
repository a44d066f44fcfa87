package org.eventops.adapters.documents;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eventops.domain.privacy.KeptEvent;
import org.eventops.domain.privacy.Part;
import org.eventops.domain.privacy.PersonalData;
import org.eventops.domain.privacy.PersonalDocuments;
import org.eventops.domain.privacy.PersonalRow;
import org.eventops.resources.Texts;
import org.jspecify.annotations.Nullable;

/** What is kept of a person as JSON, with words beside it that a person can read. */
public final class PersonalJson implements PersonalDocuments {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Override
    public void write(PersonalData data, Form form, OutputStream stream) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(stream, JsonEncoding.UTF8)) {
            if (!form.oneLine()) {
                DefaultIndenter lines = new DefaultIndenter("  ", "\n");
                json.setPrettyPrinter(
                        new DefaultPrettyPrinter()
                                .withArrayIndenter(lines)
                                .withObjectIndenter(lines));
            }
            new Document(json, Texts.of(form.language()), data, form).write();
            json.writeRaw('\n');
        }
    }

    /** One document on its way out. */
    private record Document(JsonGenerator json, Texts texts, PersonalData data, Form form) {
        void write() throws IOException {
            json.writeStartObject();
            json.writeStringField("document", "eventops-personal-data");
            json.writeNumberField("version", 1);
            json.writeStringField("made", form.at().toString());
            json.writeStringField("language", texts.locale().getLanguage());
            strings("names", List.copyOf(data.names()));
            strings("summary", summary());
            json.writeArrayFieldStart("events");
            for (KeptEvent event : data.events()) {
                event(event);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("kept");
            for (Part part : Part.values()) {
                if (!data.of(part).isEmpty()) {
                    part(part);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private List<String> summary() {
            return Stream.of(Part.values())
                    .filter(part -> !data.of(part).isEmpty())
                    .map(
                            part ->
                                    texts.get(
                                            "privacy.summary",
                                            texts.get("privacy.part." + part),
                                            data.of(part).size(),
                                            texts.get("privacy.why." + part),
                                            until(part)))
                    .toList();
        }

        private String until(Part part) {
            if (part.isWork()) {
                return texts.get("privacy.until.work");
            } else if (part == Part.PERSON || part == Part.STAFF || part == Part.SPONSOR) {
                return texts.get("privacy.until.works");
            }
            return form.retentionDays() > 0
                    ? texts.get("privacy.until.days", form.retentionDays())
                    : texts.get("privacy.until.told");
        }

        private void strings(String name, List<String> all) throws IOException {
            json.writeArrayFieldStart(name);
            for (String each : all) {
                json.writeString(each);
            }
            json.writeEndArray();
        }

        private void event(KeptEvent event) throws IOException {
            json.writeStartObject();
            json.writeStringField("slug", event.slug());
            json.writeStringField("name", event.name());
            json.writeStringField("ended", event.ends().toString());
            json.writeFieldName("keptUntil");
            value(
                    form.retentionDays() > 0
                            ? event.ends().plus(form.retentionDays(), ChronoUnit.DAYS)
                            : null);
            json.writeEndObject();
        }

        private void part(Part part) throws IOException {
            json.writeStartObject();
            json.writeStringField("part", part.name().toLowerCase(java.util.Locale.ROOT));
            json.writeStringField("what", texts.get("privacy.part." + part));
            json.writeStringField("why", texts.get("privacy.why." + part));
            json.writeStringField("until", until(part));
            json.writeObjectFieldStart("fields");
            for (String column : part.columns()) {
                json.writeStringField(column, texts.get("privacy.field." + column));
            }
            json.writeEndObject();
            json.writeArrayFieldStart("rows");
            Map<UUID, String> slugs =
                    data.events().stream()
                            .collect(Collectors.toMap(each -> each.id().value(), KeptEvent::slug));
            for (PersonalRow row : data.of(part)) {
                row(row, slugs::get);
            }
            json.writeEndArray();
            json.writeEndObject();
        }

        private void row(PersonalRow row, Function<UUID, @Nullable String> slug)
                throws IOException {
            json.writeStartObject();
            json.writeStringField("id", row.id().toString());
            json.writeFieldName("event");
            value(slug.apply(row.scope()));
            for (Map.Entry<String, @Nullable Object> each : row.columns().entrySet()) {
                json.writeFieldName(each.getKey());
                value(each.getValue());
            }
            json.writeEndObject();
        }

        private void value(@Nullable Object value) throws IOException {
            if (value == null) {
                json.writeNull();
                return;
            }
            switch (value) {
                case Boolean truth -> json.writeBoolean(truth);
                case Long number -> json.writeNumber(number);
                case Integer number -> json.writeNumber(number);
                case Map<?, ?> map -> {
                    json.writeStartObject();
                    for (Map.Entry<?, ?> each : map.entrySet()) {
                        json.writeStringField(
                                String.valueOf(each.getKey()), String.valueOf(each.getValue()));
                    }
                    json.writeEndObject();
                }
                default -> json.writeString(value.toString());
            }
        }
    }
}

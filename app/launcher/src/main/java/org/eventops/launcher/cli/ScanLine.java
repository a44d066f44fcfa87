package org.eventops.launcher.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.ScanRequest;
import org.eventops.resources.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Reads one line of {@code checkin --stdin}. What a line leaves out comes from the options of the
 * command; a key that is not known is refused, since a misspelt one would be lost in silence.
 */
final class ScanLine {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KEYS =
            List.of("code", "kind", "at", "gate", "answers", "allowUnpaid", "override");

    private final Texts texts;
    private final Set<String> gates;
    private final ScanRequest defaults;

    /**
     * @param defaults what the options say; its time is not used
     */
    ScanLine(Texts texts, Set<String> gates, ScanRequest defaults) {
        this.texts = texts;
        this.gates = gates;
        this.defaults = defaults;
    }

    /**
     * @param now the time of a scan that names none
     * @throws CliFailure saying key, value and what was expected
     */
    ScanRequest read(String line, Instant now) {
        JsonNode object = parse(line);
        object.fieldNames().forEachRemaining(this::known);
        String code = text(object, "code");
        if (code == null) {
            throw CliFailure.input(texts.get("cli.line.nocode"));
        }
        return new ScanRequest(
                code,
                kind(object),
                at(object, now),
                gate(object),
                answers(object),
                allowUnpaid(object),
                orElse(text(object, "override"), defaults.override()));
    }

    private JsonNode parse(String line) {
        JsonNode object;
        try {
            object = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw CliFailure.input(texts.get("cli.line.notjson", e.getOriginalMessage()));
        }
        if (!object.isObject()) {
            throw CliFailure.input(texts.get("cli.line.notobject"));
        }
        return object;
    }

    private void known(String key) {
        if (!KEYS.contains(key)) {
            throw CliFailure.input(
                    texts.get("cli.line.key", ShownValue.of(key), String.join(", ", KEYS)));
        }
    }

    private @Nullable String text(JsonNode object, String key) {
        JsonNode value = object.get(key);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isTextual()) {
            throw wrong(key, value, texts.get("cli.expected.text"));
        }
        return value.textValue();
    }

    private ScanKind kind(JsonNode object) {
        String text = text(object, "kind");
        if (text == null) {
            return defaults.kind();
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "entry" -> ScanKind.ENTRY;
            case "exit" -> ScanKind.EXIT;
            default ->
                    throw wrong(
                            "kind",
                            object.get("kind"),
                            texts.get("cli.expected.oneof", "entry, exit"));
        };
    }

    private Instant at(JsonNode object, Instant now) {
        String text = text(object, "at");
        if (text == null) {
            return now;
        }
        try {
            return TypedMoment.read(text);
        } catch (DateTimeException e) {
            throw wrong("at", object.get("at"), texts.get("cli.expected.time"));
        }
    }

    private @Nullable String gate(JsonNode object) {
        String text = text(object, "gate");
        if (text != null && !gates.contains(text)) {
            throw wrong(
                    "gate",
                    object.get("gate"),
                    texts.get("cli.expected.oneof", String.join(", ", gates)));
        }
        return orElse(text, defaults.gate());
    }

    private Map<String, String> answers(JsonNode object) {
        Map<String, String> answers = new TreeMap<>(defaults.answers());
        JsonNode given = object.get("answers");
        if (given == null || given.isNull()) {
            return answers;
        }
        if (!given.isObject()) {
            throw wrong("answers", given, texts.get("cli.expected.object"));
        }
        for (Map.Entry<String, JsonNode> answer : given.properties()) {
            if (answer.getValue().isContainerNode()) {
                throw wrong(
                        "answers." + answer.getKey(),
                        answer.getValue(),
                        texts.get("cli.expected.text"));
            }
            answers.put(answer.getKey(), answer.getValue().asText());
        }
        return answers;
    }

    private boolean allowUnpaid(JsonNode object) {
        JsonNode value = object.get("allowUnpaid");
        if (value == null || value.isNull()) {
            return defaults.allowUnpaid();
        }
        if (!value.isBoolean()) {
            throw wrong("allowUnpaid", value, texts.get("cli.expected.oneof", "true, false"));
        }
        return value.booleanValue();
    }

    private static @Nullable String orElse(@Nullable String value, @Nullable String otherwise) {
        return value == null ? otherwise : value;
    }

    private CliFailure wrong(String key, JsonNode value, String expected) {
        return CliFailure.input(
                texts.get("cli.input", key, ShownValue.of(value.toString()), expected));
    }
}

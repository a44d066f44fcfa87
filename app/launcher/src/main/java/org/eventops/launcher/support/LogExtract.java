package org.eventops.launcher.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A log's file, line by line, of which only that is kept which cannot hold anybody's data: what
 * stands in the program itself, the kinds and codes it counts in, and where in it something
 * happened. What was filled into a sentence is left out, and what libraries say altogether.
 */
final class LogExtract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OWN = "org.eventops.";
    private static final List<String> PLAIN = List.of("timestamp", "level", "loggerName");
    private static final Pattern THREAD = Pattern.compile("[a-zA-Z-]{1,20}[-\\d]*");

    /** Class, then the codes of a database's refusal; never its words. */
    private static final Pattern THROWN = Pattern.compile("[\\w.$]+( -?\\d+ \\w{5})?");

    /** Kinds are words of ours; things have random numbers as their names. */
    private static final Map<String, Pattern> VALUES =
            Map.of(
                    "code", Pattern.compile("[0-9A-F]{4}-[0-9A-F]{4}"),
                    "kind", Pattern.compile("[A-Z_]+"),
                    "problem", Pattern.compile("[A-Z_]+"),
                    "permission", Pattern.compile("[A-Z_]+"),
                    "state", Pattern.compile("[A-Z_]+"),
                    "count", Pattern.compile("\\d+"));

    private LogExtract() {}

    static void write(Path file, OutputStream out) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(extract(line).getBytes(StandardCharsets.UTF_8));
                out.write('\n');
            }
        }
    }

    static String extract(String line) {
        ObjectNode kept = JSON.createObjectNode();
        try {
            keep(JSON.readTree(line), kept);
        } catch (JsonProcessingException e) {
            // half a line, as a crash leaves it, or one of another program
            kept.put("unreadable", line.length());
        }
        return kept.toString();
    }

    private static void keep(JsonNode line, ObjectNode kept) {
        for (String name : PLAIN) {
            JsonNode value = line.path(name);
            if (value.isNumber() || value.asText().matches("[\\w.$]{1,200}")) {
                kept.set(name, value);
            }
        }
        copy("threadName", line.path("threadName").asText(), THREAD, kept);
        if (line.path("loggerName").asText().startsWith(OWN)) {
            kept.set("message", line.path("message"));
        }
        for (JsonNode pair : line.path("kvpList")) {
            VALUES.forEach((name, like) -> copy(name, pair.path(name).asText(), like, kept));
        }
        ArrayNode thrown = JSON.createArrayNode();
        for (JsonNode each = line.path("throwable"); each.isObject(); each = each.path("cause")) {
            thrown.add(thrown(each));
        }
        if (!thrown.isEmpty()) {
            kept.set("thrown", thrown);
        }
    }

    private static void copy(String name, String value, Pattern like, ObjectNode kept) {
        if (like.matcher(value).matches()) {
            kept.put(name, value);
        }
    }

    private static ObjectNode thrown(JsonNode throwable) {
        ObjectNode kept = JSON.createObjectNode();
        Matcher what = THROWN.matcher(throwable.path("message").asText());
        kept.put("what", what.lookingAt() ? what.group() : throwable.path("className").asText());
        ArrayNode places = kept.putArray("at");
        for (JsonNode step : throwable.path("stepArray")) {
            places.add(
                    step.path("className").asText()
                            + "."
                            + step.path("methodName").asText()
                            + ":"
                            + step.path("lineNumber").asInt());
        }
        return kept;
    }
}

package org.eventops.adapters.files.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.eventops.domain.change.Progress;
import org.eventops.domain.event.Event;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.exchange.ScanEntry;
import org.jspecify.annotations.Nullable;

/**
 * Reads an event file, laid over what the store holds of the event. It reads the file three times
 * (the small things, the orders, the scans), so that neither their order nor their number matters.
 */
public final class EventFileReader {
    private static final Set<String> SECTIONS =
            Set.of(
                    "eventops",
                    "event",
                    "tax",
                    "products",
                    "promos",
                    "questions",
                    "gates",
                    "lists",
                    "orders",
                    "revoked",
                    "keys",
                    "scans");
    private static final int VERSION = 1;

    private final ObjectMapper mapper =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();
    private final Problems problems = new Problems();
    private final Path file;
    private final Progress progress;

    private EventFileReader(Path file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    /**
     * @param content absent when there are problems
     * @param slug of the event, where the file says it
     */
    public record Read(Optional<EventContent> content, @Nullable String slug, Problems problems) {}

    /**
     * @param stored what the store holds of an event, by slug
     * @throws IOException if the file cannot be read
     */
    public static Read read(
            Path file, Function<String, Optional<EventContent>> stored, Progress progress)
            throws IOException {
        EventFileReader reader = new EventFileReader(file, progress);
        try {
            return reader.read(stored);
        } catch (JsonProcessingException e) {
            reader.problems.notJson(e);
            return new Read(Optional.empty(), null, reader.problems);
        }
    }

    private Read read(Function<String, Optional<EventContent>> stored) throws IOException {
        ObjectNode root = mapper.createObjectNode();
        sections(root);
        Fields top = new Fields(root, "$", problems, SECTIONS);
        version(root.path("eventops"));
        JsonNode event = root.path("event");
        if (event.isMissingNode()) {
            problems.add("$.event", "", "missing");
            return new Read(Optional.empty(), null, problems);
        }
        String slug = event.path("slug").asText("");
        Optional<EventContent> base =
                EventSection.isSlug(slug) ? stored.apply(slug) : Optional.empty();
        EventContent content = content(root, top, base.orElse(null));
        return new Read(problems.none() ? Optional.of(content) : Optional.empty(), slug, problems);
    }

    private void version(JsonNode version) {
        if (version.isMissingNode()) {
            problems.add("$.eventops", "", "missing");
        } else if (!version.isInt() || version.intValue() != VERSION) {
            problems.add("$.eventops", version.toString(), "version", Integer.toString(VERSION));
        }
    }

    private EventContent content(ObjectNode root, Fields top, @Nullable EventContent base)
            throws IOException {
        JsonNode node = root.path("event");
        Event event = EventSection.event(node, base == null ? null : base.event(), problems);
        var dates = EventSection.dates(node, base, problems);
        CatalogSection catalog = new CatalogSection(root, event.currency(), problems);
        DoorSection door = new DoorSection(root, problems);
        var products = catalog.products(base);
        checkAddons(root, products);
        var promos = catalog.promos(base, products);
        var questions = catalog.questions(base, products);
        var gates = door.gates(base);
        var lists = door.lists(base, products, gates, dates);
        OrderSection.Known known =
                new OrderSection.Known(products, dates, promos, questions, event.currency());
        OrderSection orders = new OrderSection(base, known, problems);
        elements("orders", orders::take);
        List<OrderEntry> entries = orders.finish();
        ScanSection scans = new ScanSection(problems, lists, orders);
        elements("scans", scans::take);
        List<ScanEntry> scanned = scans.finish();
        return new EventContent(
                event,
                EventSection.tax(root.path("tax"), base == null ? null : base.tax(), problems),
                dates.named(),
                products.named(),
                promos.named(),
                questions.named(),
                gates.named(),
                lists.named(),
                entries,
                new TreeSet<>(top.texts("revoked", List.of(), Limits.CODE)),
                catalog.keys(base).named(),
                scanned);
    }

    private void checkAddons(ObjectNode root, Keyed<?> products) {
        Elements.each(
                root.path("products"),
                "$.products",
                new Problems(),
                (node, path) ->
                        Elements.each(
                                node.path("addonOf"),
                                path + ".addonOf",
                                new Problems(),
                                (key, where) -> {
                                    if (key.isTextual() && !products.knows(key.textValue())) {
                                        problems.add(where, key.textValue(), "no_product");
                                    }
                                }));
    }

    /** All but orders and scans, which may be many. */
    private void sections(ObjectNode root) throws IOException {
        try (JsonParser parser = parser()) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                problems.add("$", "", "not_an_object");
                return;
            }
            for (String name = parser.nextFieldName();
                    name != null;
                    name = parser.nextFieldName()) {
                parser.nextToken();
                if (name.equals("orders") || name.equals("scans")) {
                    parser.skipChildren();
                } else {
                    root.set(name, parser.readValueAsTree());
                }
            }
            if (parser.nextToken() != null) {
                problems.add("$", parser.getText(), "after_the_end");
            }
        }
    }

    private void elements(String section, BiConsumer<JsonNode, String> each) throws IOException {
        long size = Files.size(file);
        try (JsonParser parser = parser()) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            for (String name = parser.nextFieldName();
                    name != null;
                    name = parser.nextFieldName()) {
                JsonToken token = parser.nextToken();
                if (!name.equals(section) || token == JsonToken.VALUE_NULL) {
                    parser.skipChildren();
                } else if (token != JsonToken.START_ARRAY) {
                    problems.add("$." + section, parser.getText(), "not_array");
                    parser.skipChildren();
                } else {
                    array(parser, "$." + section, each, size);
                }
            }
        }
    }

    private void array(JsonParser parser, String path, BiConsumer<JsonNode, String> each, long size)
            throws IOException {
        for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
            each.accept(parser.readValueAsTree(), path + "[" + i + "]");
            if (i % 500 == 0) {
                progress.at(parser.currentLocation().getByteOffset(), size);
                if (progress.cancelled()) {
                    throw new java.util.concurrent.CancellationException();
                }
            }
        }
    }

    private JsonParser parser() throws IOException {
        return mapper.createParser(file.toFile());
    }
}

package org.eventops.adapters.files.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eventops.domain.badge.BadgeContent;
import org.eventops.domain.badge.BadgeElement;
import org.eventops.domain.badge.BadgeLayout;
import org.eventops.domain.badge.Box;
import org.eventops.domain.badge.TextStyle;
import org.jspecify.annotations.Nullable;

/** A badge's layout as a JSON file; lengths are in millimetres. */
public final class BadgeLayoutFile {
    private static final int VERSION = 1;
    private static final Set<String> KEYS = Set.of("badge", "width", "height", "elements", "logo");
    private static final Set<String> ELEMENT_KEYS =
            Set.of("content", "text", "x", "y", "width", "height", "size", "bold", "align");
    private static final ObjectMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final Problems problems = new Problems();
    private final Predicate<byte[]> picture;

    private BadgeLayoutFile(Predicate<byte[]> picture) {
        this.picture = picture;
    }

    /**
     * @param layout absent when there are problems
     */
    public record Read(Optional<BadgeLayout> layout, Problems problems) {}

    /**
     * @param picture whether a file is a picture that a badge can show
     * @throws IOException if the file cannot be read
     */
    public static Read read(Path file, Predicate<byte[]> picture) throws IOException {
        BadgeLayoutFile reader = new BadgeLayoutFile(picture);
        try {
            BadgeLayout layout = reader.layout(MAPPER.readTree(file.toFile()));
            boolean good = reader.problems.none();
            return new Read(good ? Optional.of(layout) : Optional.empty(), reader.problems);
        } catch (JsonProcessingException e) {
            reader.problems.notJson(e);
            return new Read(Optional.empty(), reader.problems);
        }
    }

    private BadgeLayout layout(JsonNode root) {
        Fields fields = new Fields(root, "$", problems, KEYS);
        if (fields.number("badge", VERSION, VERSION) != VERSION) {
            return BadgeLayout.standard();
        }
        double width = fields.number("width", BadgeLayout.SHORTEST, BadgeLayout.LONGEST);
        double height = fields.number("height", BadgeLayout.SHORTEST, BadgeLayout.LONGEST);
        List<BadgeElement> elements = new ArrayList<>();
        Elements.each(
                fields.tree("elements"),
                "$.elements",
                problems,
                (node, path) -> elements.add(element(node, path, width, height)));
        if (elements.size() > BadgeLayout.MOST_ELEMENTS) {
            fields.refuse("elements", "too_many", Integer.toString(BadgeLayout.MOST_ELEMENTS));
        }
        return new BadgeLayout(width, height, elements, logo(fields));
    }

    private BadgeElement element(JsonNode node, String path, double width, double height) {
        Fields fields = new Fields(node, path, problems, ELEMENT_KEYS);
        BadgeContent content = fields.choice("content", BadgeContent.class, null, false);
        Box box =
                new Box(
                        fields.number("x", 0, BadgeLayout.LONGEST),
                        fields.number("y", 0, BadgeLayout.LONGEST),
                        fields.number("width", Box.SMALLEST, BadgeLayout.LONGEST),
                        fields.number("height", Box.SMALLEST, BadgeLayout.LONGEST));
        if (problems.none() && !box.isWithin(width, height)) {
            problems.add(path, node.toString(), "outside", plain(width), plain(height));
        }
        String text = fields.text("text", "", BadgeElement.LONGEST_TEXT);
        return new BadgeElement(
                content, Objects.requireNonNullElse(text, ""), box, style(fields, content));
    }

    private static TextStyle style(Fields fields, BadgeContent content) {
        boolean sized = content.isWritten() || fields.has("size");
        return new TextStyle(
                sized ? (int) fields.number("size", TextStyle.SMALLEST, TextStyle.LARGEST) : 12,
                fields.bool("bold", false),
                fields.choice("align", TextStyle.Align.class, TextStyle.Align.LEFT, false));
    }

    private @Nullable String logo(Fields fields) {
        String text = fields.text("logo", null, 2 * BadgeLayout.LARGEST_LOGO);
        if (text == null) {
            return null;
        }
        try {
            byte[] file = Base64.getDecoder().decode(text);
            if (file.length <= BadgeLayout.LARGEST_LOGO && picture.test(file)) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            // no Base64, which is told with all else that is no logo
        }
        fields.refuse("logo", "not_logo", Integer.toString(BadgeLayout.LARGEST_LOGO / 1000));
        return null;
    }

    /** Writes a file that reads as the same layout. */
    public static void write(BadgeLayout layout, OutputStream out) throws IOException {
        try (JsonGenerator json = MAPPER.getFactory().createGenerator(out)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeNumberField("badge", VERSION);
            json.writeNumberField("width", layout.width());
            json.writeNumberField("height", layout.height());
            json.writeArrayFieldStart("elements");
            for (BadgeElement element : layout.elements()) {
                write(element, json);
            }
            json.writeEndArray();
            if (layout.logo() != null) {
                json.writeStringField("logo", layout.logo());
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(BadgeElement element, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("content", Fields.written(element.content(), false));
        if (!element.text().isEmpty()) {
            json.writeStringField("text", element.text());
        }
        json.writeNumberField("x", element.box().x());
        json.writeNumberField("y", element.box().y());
        json.writeNumberField("width", element.box().width());
        json.writeNumberField("height", element.box().height());
        if (element.content().isWritten()) {
            json.writeNumberField("size", element.style().points());
            json.writeBooleanField("bold", element.style().bold());
            json.writeStringField("align", Fields.written(element.style().align(), false));
        }
        json.writeEndObject();
    }

    private static String plain(double millimetres) {
        return Double.toString(millimetres).replaceAll("\\.0$", "");
    }
}

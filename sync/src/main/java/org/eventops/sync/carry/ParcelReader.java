package org.eventops.sync.carry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.sync.engine.Hub.Sender;
import org.eventops.sync.json.MutationJson;
import org.eventops.sync.server.TenantKeys;

/** Reads what {@link ParcelWriter} wrote. */
public final class ParcelReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ParcelReader() {}

    /** Whether a file says that it is one. */
    public static boolean isParcel(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return java.util.Arrays.equals(
                    in.readNBytes(ParcelHeader.MARK.length), ParcelHeader.MARK);
        }
    }

    /**
     * Reads it to its end.
     *
     * @throws ParcelProblem if it cannot be read; the visitor may have been given a beginning then
     * @throws IOException of the file itself, or of the visitor
     */
    public static void read(Path file, UUID tenant, TenantKeys keys, Parcel.Visitor visitor)
            throws IOException, ParcelProblem {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ParcelHeader header = ParcelHeader.read(in);
            byte[] key = header.key(tenant, keys);
            try (InputStream plain =
                            new GZIPInputStream(
                                    new OpeningInput(in, key, header.bytes()), 1 << 16);
                    MappingIterator<JsonNode> lines =
                            JSON.readerFor(JsonNode.class).readValues(plain)) {
                lines(lines, visitor);
            }
        } catch (OpeningInput.Broken | com.fasterxml.jackson.core.JacksonException e) {
            throw new ParcelProblem(ParcelProblem.Kind.DAMAGED, e);
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            throw new ParcelProblem(ParcelProblem.Kind.DAMAGED, e);
        }
    }

    private static void lines(Iterator<JsonNode> lines, Parcel.Visitor visitor)
            throws IOException, ParcelProblem {
        try {
            while (lines.hasNext()) {
                line(lines.next(), visitor);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (RuntimeException e) {
            // Jackson's iterator throws what it could not read as one of its own.
            throw new ParcelProblem(ParcelProblem.Kind.DAMAGED, e);
        }
    }

    private static void line(JsonNode line, Parcel.Visitor visitor) throws IOException {
        if (line.has("tenant")) {
            visitor.head(
                    new Parcel.Head(
                            UUID.fromString(line.get("tenant").textValue()),
                            sender(line),
                            line.get("name").textValue(),
                            Instant.parse(line.get("written").textValue())));
        } else if (line.has("outcome")) {
            visitor.answer(new Parcel.Answer(sender(line), receipt(line)));
        } else if (line.has("part")) {
            LocalMutation whole = MutationJson.mutation(JSON.writeValueAsBytes(line));
            LocalMutation head =
                    new LocalMutation(
                            whole.number(), whole.id(), whole.at(), java.util.List.of(), true);
            visitor.part(
                    head,
                    line.get("part").intValue(),
                    line.get("last").booleanValue(),
                    whole.changes());
        } else {
            visitor.mutation(MutationJson.mutation(JSON.writeValueAsBytes(line)));
        }
    }

    private static Sender sender(JsonNode line) {
        return new Sender(
                UUID.fromString(line.get("device").textValue()),
                UUID.fromString(line.get("lineage").textValue()));
    }

    private static Receipt receipt(JsonNode line) {
        Map<UUID, Long> upTo = new HashMap<>();
        line.get("upTo")
                .properties()
                .forEach(
                        scope ->
                                upTo.put(
                                        UUID.fromString(scope.getKey()),
                                        scope.getValue().longValue()));
        return new Receipt(
                line.get("n").longValue(),
                UUID.fromString(line.get("id").textValue()),
                Receipt.Outcome.valueOf(line.get("outcome").textValue()),
                line.get("reason").textValue(),
                upTo);
    }
}

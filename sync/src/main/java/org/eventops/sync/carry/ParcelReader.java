package org.eventops.sync.carry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.unlock.OpeningInput;
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
            return Arrays.equals(in.readNBytes(ParcelHeader.MARK.length), ParcelHeader.MARK);
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
        } catch (ZipException | EOFException e) {
            throw new ParcelProblem(ParcelProblem.Kind.DAMAGED, e);
        }
    }

    /** What a line says, ready to be told; what the visitor then throws is its own. */
    private interface Told {
        void to(Parcel.Visitor visitor) throws IOException;
    }

    private static void lines(MappingIterator<JsonNode> lines, Parcel.Visitor visitor)
            throws IOException, ParcelProblem {
        while (lines.hasNextValue()) {
            told(lines.nextValue()).to(visitor);
        }
    }

    private static Told told(JsonNode line) throws IOException, ParcelProblem {
        try {
            return line.has("tenant") || line.has("outcome") ? ofSender(line) : ofMutation(line);
        } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
            throw new ParcelProblem(ParcelProblem.Kind.DAMAGED, e);
        }
    }

    private static Told ofSender(JsonNode line) {
        Sender sender = sender(line);
        if (line.has("outcome")) {
            Parcel.Answer answer = new Parcel.Answer(sender, receipt(line));
            return visitor -> visitor.answer(answer);
        }
        Parcel.Head head =
                new Parcel.Head(
                        UUID.fromString(line.get("tenant").textValue()),
                        sender,
                        line.get("name").textValue(),
                        Instant.parse(line.get("written").textValue()));
        return visitor -> visitor.head(head);
    }

    private static Told ofMutation(JsonNode line) throws IOException {
        LocalMutation whole = MutationJson.mutation(JSON.writeValueAsBytes(line));
        if (!line.has("part")) {
            return visitor -> visitor.mutation(whole);
        }
        LocalMutation head =
                new LocalMutation(whole.number(), whole.id(), whole.at(), List.of(), true);
        int part = line.get("part").intValue();
        boolean last = line.get("last").booleanValue();
        return visitor -> visitor.part(head, part, last, whole.changes());
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

package org.eventops.sync.carry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.RowHash;
import org.eventops.domain.unlock.SealingOutput;
import org.eventops.sync.engine.Hub.Sender;
import org.eventops.sync.json.MutationJson;

/**
 * Writes a parcel: a header in the clear, then lines of JSON, packed by gzip and encrypted in
 * pieces (see {@link ParcelHeader}, {@link SealingOutput}).
 */
public final class ParcelWriter implements Parcel.Visitor, AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator json;

    /**
     * @param out is closed with this writer
     */
    public ParcelWriter(OutputStream out, ParcelHeader.Keyed keyed, SecureRandom random)
            throws IOException {
        byte[] header = keyed.header().bytes();
        out.write(header);
        json =
                JSON.createGenerator(
                        new GZIPOutputStream(
                                new SealingOutput(out, keyed.key(), header, random), 1 << 16));
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    @Override
    public void head(Parcel.Head head) throws IOException {
        json.writeStartObject();
        json.writeStringField("tenant", head.tenant().toString());
        sender(head.sender());
        json.writeStringField("name", head.name());
        json.writeStringField(
                "written", RowHash.canonical(head.written().atOffset(ZoneOffset.UTC)));
        json.writeEndObject();
    }

    @Override
    public void mutation(LocalMutation mutation) throws IOException {
        json.writeStartObject();
        MutationJson.writeHead(json, mutation);
        json.writeFieldName("changes");
        MutationJson.writeChanges(json, mutation.changes());
        json.writeEndObject();
    }

    @Override
    public void part(LocalMutation head, int part, boolean last, List<RowChange> changes)
            throws IOException {
        json.writeStartObject();
        MutationJson.writeHead(json, head);
        json.writeNumberField("part", part);
        json.writeBooleanField("last", last);
        json.writeFieldName("changes");
        MutationJson.writeChanges(json, changes);
        json.writeEndObject();
    }

    @Override
    public void answer(Parcel.Answer answer) throws IOException {
        Receipt receipt = answer.receipt();
        json.writeStartObject();
        sender(answer.sender());
        json.writeNumberField("n", receipt.number());
        json.writeStringField("id", receipt.id().toString());
        json.writeStringField("outcome", receipt.outcome().name());
        json.writeStringField("reason", receipt.reason());
        json.writeObjectFieldStart("upTo");
        for (Map.Entry<UUID, Long> scope : receipt.upTo().entrySet()) {
            json.writeNumberField(scope.getKey().toString(), scope.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void sender(Sender sender) throws IOException {
        json.writeStringField("device", sender.device().toString());
        json.writeStringField("lineage", sender.lineage().toString());
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}

package org.eventops.adapters.files.event;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.exchange.ScanEntry;

/**
 * Writes an event file in its one canonical form: keys in the documented order, lists sorted by
 * key, times with the offset of the event's zone, what is absent left out.
 */
public final class EventFileWriter {
    private EventFileWriter() {}

    public static void write(EventContent content, OutputStream out) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter(
                                Separators.createDefaultInstance()
                                        .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                        .withArrayIndenter(lines)
                        .withObjectIndenter(lines);
        JsonFactory factory =
                JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
        try (JsonGenerator json = factory.createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(printer);
            write(content, new EventDocument(json, content.event().zone()));
            json.writeRaw('\n');
        }
    }

    private static void write(EventContent content, EventDocument document) throws IOException {
        document.begin();
        document.event(content.event(), sorted(content.dates(), d -> d.key()));
        document.tax(content.tax());
        document.products(sorted(content.products(), p -> p.key()));
        document.promos(sorted(content.promos(), p -> p.code()));
        document.questions(sorted(content.questions(), q -> q.key()));
        document.gates(sorted(content.gates(), g -> g.key()));
        document.lists(sorted(content.lists(), l -> l.name()));
        OrderDocument orders = document.orders();
        orders.begin("orders");
        for (OrderEntry entry : sorted(content.orders(), e -> e.order().code())) {
            orders.order(entry.order(), sorted(entry.tickets(), t -> t.code()));
        }
        orders.end();
        document.revoked(content.revoked());
        document.keys(sorted(content.keys(), k -> k.id()));
        orders.begin("scans");
        for (ScanEntry scan : sorted(content.scans(), s -> s.id().value().toString())) {
            orders.scan(scan);
        }
        orders.end();
        document.end();
    }

    private static <T> List<T> sorted(Collection<T> things, Function<T, String> key) {
        return things.stream().sorted(Comparator.comparing(key)).toList();
    }
}

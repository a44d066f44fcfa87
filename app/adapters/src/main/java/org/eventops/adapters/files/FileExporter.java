package org.eventops.adapters.files;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.eventops.adapters.files.event.EventFileWriter;
import org.eventops.adapters.files.table.AttendeeTable;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.EventExchange;
import org.eventops.domain.exchange.Exporter;

/** Writes what the store holds: an event file, or its attendees as a table. */
public final class FileExporter implements Exporter {
    private final Transactions transactions;
    private final EventExchange exchange;

    public FileExporter(Transactions transactions, EventExchange exchange) {
        this.transactions = transactions;
        this.exchange = exchange;
    }

    @Override
    public boolean event(String slug, OutputStream out) throws IOException {
        Optional<EventContent> content = load(slug);
        if (content.isPresent()) {
            EventFileWriter.write(content.get(), out);
        }
        return content.isPresent();
    }

    @Override
    public boolean attendees(String slug, TableFormat format, OutputStream out) throws IOException {
        Optional<EventContent> content = load(slug);
        if (content.isPresent()) {
            AttendeeTable.write(content.get(), format, out);
        }
        return content.isPresent();
    }

    private Optional<EventContent> load(String slug) {
        return transactions.read(() -> exchange.load(slug));
    }
}

package org.eventops.adapters.files;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;
import org.eventops.adapters.files.event.EventFileWriter;
import org.eventops.adapters.files.table.AttendeeTable;
import org.eventops.adapters.files.table.CountsTable;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.door.count.CountQueries;
import org.eventops.domain.door.count.LiveCounts;
import org.eventops.domain.event.EventRepository;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.EventExchange;
import org.eventops.domain.exchange.Exporter;

/** Writes what the store holds: an event file, its attendees or its counts as a table. */
public final class FileExporter implements Exporter {
    private final Transactions transactions;
    private final EventExchange exchange;
    private final EventRepository events;
    private final CountQueries counts;
    private final Clock clock;

    public FileExporter(
            Transactions transactions,
            EventExchange exchange,
            EventRepository events,
            CountQueries counts,
            Clock clock) {
        this.transactions = transactions;
        this.exchange = exchange;
        this.events = events;
        this.counts = counts;
        this.clock = clock;
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

    @Override
    public boolean counts(String slug, Optional<String> list, TableFormat format, OutputStream out)
            throws IOException {
        Optional<LiveCounts> found =
                transactions.read(
                        () ->
                                events.id(slug)
                                        .flatMap(id -> counts.counts(id, list, clock.instant())));
        if (found.isPresent()) {
            CountsTable.write(found.get(), format, out);
        }
        return found.isPresent();
    }

    private Optional<EventContent> load(String slug) {
        return transactions.read(() -> exchange.load(slug));
    }
}

package org.eventops.adapters.files.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.Exporter.TableFormat;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.exchange.ScanEntry;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Ticket;
import org.jspecify.annotations.Nullable;

/** The attendees of an event as a table; its header is the same in every language. */
public final class AttendeeTable {
    private static final List<String> HEADER =
            List.of(
                    "order_code",
                    "ticket_code",
                    "product",
                    "name",
                    "email",
                    "phone",
                    "company",
                    "status",
                    "price",
                    "currency",
                    "placed",
                    "note",
                    "blocked",
                    "entered");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private AttendeeTable() {}

    public static void write(EventContent content, TableFormat format, OutputStream out)
            throws IOException {
        switch (format) {
            case CSV -> csv(content, out);
            case XLSX -> xlsx(content, out);
        }
    }

    private static void csv(EventContent content, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(HEADER);
        rows(content, row -> csv.writeRecord(Arrays.stream(row).map(SafeCell::text).toList()));
        csv.flush();
    }

    private static void xlsx(EventContent content, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "EventOps", "1.0");
        Worksheet sheet = workbook.newWorksheet("attendees");
        int[] line = {0};
        Consumer<String[]> each =
                row -> {
                    for (int i = 0; i < row.length; i++) {
                        sheet.value(line[0], i, SafeCell.text(row[i]));
                    }
                    line[0]++;
                };
        each.accept(HEADER.toArray(String[]::new));
        rows(content, each);
        workbook.finish();
    }

    private static void rows(EventContent content, Consumer<String[]> each) {
        Map<String, String> products = new HashMap<>();
        for (Product product : content.products()) {
            products.put(product.key(), product.name());
        }
        Map<String, Instant> entered = entered(content.scans());
        ZoneId zone = content.event().zone();
        for (OrderEntry entry : content.orders()) {
            for (Ticket ticket : entry.tickets()) {
                each.accept(row(entry.order(), ticket, products, entered.get(ticket.code()), zone));
            }
        }
    }

    private static Map<String, Instant> entered(List<ScanEntry> scans) {
        Map<String, Instant> first = new HashMap<>();
        for (ScanEntry scan : scans) {
            if (scan.verdict() == Verdict.ADMITTED
                    && scan.undone() == null
                    && scan.ticket() != null) {
                first.merge(scan.ticket(), scan.at(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return first;
    }

    private static String[] row(
            Order order,
            Ticket ticket,
            Map<String, String> products,
            @Nullable Instant entered,
            ZoneId zone) {
        boolean stands = ticket.status() == org.eventops.domain.ticketing.TicketStatus.VALID;
        Enum<?> status = stands ? order.status() : ticket.status();
        return new String[] {
            order.code(),
            ticket.code(),
            products.getOrDefault(ticket.product(), ticket.product()),
            text(ticket.attendee().name()),
            text(ticket.attendee().email()),
            text(ticket.attendee().phone()),
            text(ticket.attendee().company()),
            status.name().toLowerCase(Locale.ROOT),
            ticket.price().toDecimal(),
            ticket.price().currency().getCurrencyCode(),
            time(order.placed(), zone),
            text(ticket.note()),
            ticket.blocked() ? "yes" : "no",
            time(entered, zone)
        };
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String time(@Nullable Instant at, ZoneId zone) {
        return at == null ? "" : TIME.format(at.atZone(zone));
    }
}

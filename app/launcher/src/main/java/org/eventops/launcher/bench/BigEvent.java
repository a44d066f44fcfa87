package org.eventops.launcher.bench;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.TimeOrderedIds;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.ProductSelection;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventStatus;
import org.eventops.domain.event.EventType;
import org.eventops.domain.event.Visibility;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.exchange.ScanEntry;
import org.eventops.domain.money.Money;
import org.eventops.domain.ticketing.Approval;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketStatus;
import org.eventops.launcher.demo.Crowd;
import org.eventops.launcher.wiring.OpenConsole;

/**
 * The event that figures are measured on: every ticket is paid; the first half has been in and out,
 * so that its next entry looks at earlier scans; the other half has not come yet.
 */
public final class BigEvent {
    public static final String SLUG = "bench";
    public static final String LIST = "Main";

    private static final int PART = 5_000;
    private static final Instant STARTS = Instant.parse("2026-11-20T23:00:00Z");
    private static final Currency PESO = Currency.getInstance("COP");

    private final int tickets;
    private final int scans;
    private final Crowd crowd = new Crowd(new Random(7));
    private final TimeOrderedIds ids =
            new TimeOrderedIds(Clock.fixed(STARTS, ZoneId.of("UTC")), new Random(11));

    /**
     * @param scans earlier ones, entries and exits in turn
     */
    public BigEvent(int tickets, int scans) {
        this.tickets = tickets;
        this.scans = scans;
    }

    /** Writes it in parts, so that making it needs less memory than a door has. */
    public void into(OpenConsole console) {
        into(console, 0);
    }

    /**
     * @param there so many of its tickets have been written before
     */
    public void into(OpenConsole console, int there) {
        for (int from = there; from < tickets; from += PART) {
            int begin = from;
            merge(console, orders(begin, Math.min(tickets, begin + PART)), List.of());
        }
        for (int from = 0; from < scans; from += PART) {
            merge(console, List.of(), earlier(from, Math.min(scans, from + PART)));
        }
    }

    /** In a store that has it. */
    public static EventId id(OpenConsole console) {
        return console.store()
                .transactions()
                .read(() -> console.store().events().id(SLUG).orElseThrow());
    }

    /** The code of the nth ticket: like those of a shop in no order, which indexes feel. */
    public static String code(int number) {
        return scattered(number, 'T');
    }

    /** The code of the order of the nth ticket. */
    public static String order(int number) {
        return scattered(number, 'B');
    }

    /** Another one for each number, the same in each run. */
    private static String scattered(int number, char kind) {
        long mixed = number + 0x9E3779B97F4A7C15L * kind;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return kind + Long.toUnsignedString(mixed ^ (mixed >>> 31), 36).toUpperCase(Locale.ROOT);
    }

    private static void merge(OpenConsole console, List<OrderEntry> orders, List<ScanEntry> scans) {
        EventContent content =
                new EventContent(
                        event(),
                        null,
                        List.of(),
                        List.of(product()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(list()),
                        orders,
                        new TreeSet<>(),
                        List.of(),
                        scans);
        console.store()
                .transactions()
                .write(() -> console.store().exchange().merge(content, Progress.NONE));
    }

    private List<OrderEntry> orders(int from, int to) {
        List<OrderEntry> orders = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Order order =
                    new Order(
                            order(i),
                            OrderStatus.PAID,
                            Approval.NOT_NEEDED,
                            false,
                            "buyer" + i + "@example.com",
                            STARTS,
                            null,
                            "es");
            orders.add(new OrderEntry(order, List.of(ticket(i))));
        }
        return orders;
    }

    private Ticket ticket(int number) {
        return new Ticket(
                code(number),
                "general",
                null,
                crowd.attendee(true),
                TicketStatus.VALID,
                false,
                null,
                null,
                null,
                false,
                null,
                new TreeMap<>(),
                new Money(0, PESO));
    }

    private List<ScanEntry> earlier(int from, int to) {
        int been = Math.max(1, tickets / 2);
        List<ScanEntry> made = new ArrayList<>();
        for (int i = from; i < to; i++) {
            boolean entry = i / been % 2 == 0;
            String code = code(i % been);
            made.add(
                    new ScanEntry(
                            new ScanId(ids.next()),
                            LIST,
                            code,
                            code,
                            entry ? ScanKind.ENTRY : ScanKind.EXIT,
                            entry ? Verdict.ADMITTED : Verdict.EXITED,
                            STARTS.plusMillis(i),
                            null,
                            "bench",
                            "bench",
                            null,
                            null));
        }
        return made;
    }

    private static CheckinList list() {
        return new CheckinList(
                LIST, ProductSelection.ALL, false, false, true, false, null, new TreeSet<>(), null);
    }

    private static Product product() {
        return new Product(
                "general",
                "General",
                new Money(0, PESO),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static Event event() {
        return new Event(
                SLUG,
                "Bench",
                EventType.CONCERT,
                EventStatus.IN_PROGRESS,
                ZoneId.of("America/Bogota"),
                PESO,
                null,
                null,
                STARTS,
                STARTS.plusSeconds(6 * 3600),
                null,
                null,
                null,
                Visibility.PRIVATE,
                null);
    }
}

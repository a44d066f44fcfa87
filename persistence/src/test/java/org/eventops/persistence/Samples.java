package org.eventops.persistence;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.Gate;
import org.eventops.domain.door.ProductSelection;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.EventStatus;
import org.eventops.domain.event.EventType;
import org.eventops.domain.event.Visibility;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.money.Money;
import org.eventops.domain.ticketing.Approval;
import org.eventops.domain.ticketing.Attendee;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Tax;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketStatus;

/** Small events to store. */
final class Samples {
    static final Instant START = Instant.parse("2026-11-20T00:00:00Z");
    static final Currency COP = Currency.getInstance("COP");

    private Samples() {}

    static EventContent event(String slug, int orders) {
        List<OrderEntry> entries = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            entries.add(order("O" + i, ticket("t" + i, "general", Map.of())));
        }
        Event event =
                new Event(
                        slug,
                        "Gala",
                        EventType.FASHION,
                        EventStatus.ON_SALE,
                        ZoneId.of("America/Bogota"),
                        COP,
                        "Bogotá",
                        null,
                        START,
                        START.plusSeconds(3600),
                        null,
                        500,
                        "two\nlines",
                        Visibility.PUBLIC,
                        null);
        return new EventContent(
                event,
                new Tax("IVA", new java.math.BigDecimal("19.0"), true),
                List.of(),
                List.of(product("general"), product("dinner")),
                List.of(),
                List.of(),
                List.of(new Gate("north", "North")),
                List.of(list("Main", ProductSelection.ALL)),
                entries,
                new TreeSet<>(List.of("dead")),
                List.of(),
                List.of());
    }

    static Product product(String key) {
        return new Product(
                key,
                key,
                new Money(120_000_00, COP),
                10,
                null,
                null,
                null,
                null,
                1,
                null,
                List.of("a\tb", "c\\n"));
    }

    static CheckinList list(String name, ProductSelection products) {
        return new CheckinList(
                name,
                products,
                false,
                false,
                true,
                false,
                null,
                new TreeSet<>(List.of("north")),
                null);
    }

    static OrderEntry order(String code, Ticket... tickets) {
        Order order =
                new Order(
                        code,
                        OrderStatus.PAID,
                        Approval.NOT_NEEDED,
                        false,
                        "ana@example.com",
                        START,
                        null,
                        "es");
        return new OrderEntry(order, List.of(tickets));
    }

    static Ticket ticket(String code, String product, Map<String, String> answers) {
        return new Ticket(
                code,
                product,
                null,
                new Attendee("Ana Peña " + code, "ana@example.com", "+57 300", null),
                TicketStatus.VALID,
                false,
                null,
                START,
                null,
                false,
                "a note",
                new TreeMap<>(answers),
                new Money(9_000_000, COP));
    }
}

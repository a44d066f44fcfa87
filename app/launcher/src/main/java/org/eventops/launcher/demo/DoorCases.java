package org.eventops.launcher.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.ticketing.Approval;
import org.eventops.domain.ticketing.Attendee;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketStatus;

/** Tickets with codes one can remember, one for each answer that the door can give. */
final class DoorCases {
    /** The event they belong to. */
    static final String EVENT = "pasarela-cartagena-2026";

    /** A code that was replaced by a newer one. */
    static final String REVOKED = "demo-revoked";

    private static final String MAIL = "puerta@example.com";

    private DoorCases() {}

    static List<OrderEntry> orders(Frame frame) {
        Map<String, List<Table.Row>> byOrder = new LinkedHashMap<>();
        for (Table.Row row : Table.read("door_cases")) {
            byOrder.computeIfAbsent(row.text("order"), code -> new ArrayList<>()).add(row);
        }
        return byOrder.values().stream().map(rows -> order(frame, rows)).toList();
    }

    private static OrderEntry order(Frame frame, List<Table.Row> rows) {
        Table.Row first = rows.getFirst();
        Order order =
                new Order(
                        first.text("order"),
                        first.one(OrderStatus.class, "orderStatus"),
                        first.one(Approval.class, "approval"),
                        first.yes("validWhilePending"),
                        MAIL,
                        Frame.time("2026-10-01T10:00"),
                        null,
                        "es");
        return new OrderEntry(order, rows.stream().map(row -> ticket(frame, row)).toList());
    }

    private static Ticket ticket(Frame frame, Table.Row row) {
        Product product =
                frame.products().stream()
                        .filter(p -> p.key().equals(row.text("product")))
                        .findFirst()
                        .orElseThrow();
        return new Ticket(
                row.text("code"),
                product.key(),
                row.optional("date"),
                new Attendee(row.text("name"), MAIL, null, null),
                row.one(TicketStatus.class, "status"),
                row.yes("blocked"),
                Frame.optionalTime(row.optional("validFrom")),
                Frame.optionalTime(row.optional("validUntil")),
                row.optional("addonTo"),
                row.yes("attention"),
                row.optional("note"),
                new TreeMap<>(),
                product.price());
    }

    /** List by ticket code, for the cases that have been in already. */
    static Map<String, String> scanned() {
        Map<String, String> lists = new TreeMap<>();
        for (Table.Row row : Table.read("door_cases")) {
            if (row.optional("scanned") != null) {
                lists.put(row.text("code"), row.text("scanned"));
            }
        }
        return lists;
    }
}

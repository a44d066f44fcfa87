package org.eventops.adapters.files.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.money.Money;
import org.eventops.domain.ticketing.Approval;
import org.eventops.domain.ticketing.Attendee;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketStatus;
import org.jspecify.annotations.Nullable;

/** {@code orders}, one at a time, as they come. */
final class OrderSection {
    private static final Set<String> ORDER =
            Set.of(
                    "code",
                    "status",
                    "approval",
                    "validWhilePending",
                    "email",
                    "placed",
                    "promo",
                    "locale",
                    "tickets");
    private static final Set<String> TICKET =
            Set.of(
                    "code",
                    "product",
                    "date",
                    "attendee",
                    "status",
                    "blocked",
                    "validFrom",
                    "validUntil",
                    "addonTo",
                    "attention",
                    "note",
                    "answers",
                    "price");
    private static final Set<String> ATTENDEE = Set.of("name", "email", "phone", "company");

    /** What an order may refer to. */
    record Known(
            Keyed<Product> products,
            Keyed<?> dates,
            Keyed<?> promos,
            Keyed<?> questions,
            Currency currency) {}

    private record Addon(String path, String ticket) {}

    private final Problems problems;
    private final Known known;
    private final Map<String, Order> storedOrders = new HashMap<>();
    private final Map<String, Ticket> storedTickets = new HashMap<>();
    private final Set<String> orderCodes = new HashSet<>();
    private final Set<String> ticketCodes = new HashSet<>();
    private final List<Addon> addons = new ArrayList<>();
    private final List<OrderEntry> entries = new ArrayList<>();

    OrderSection(@Nullable EventContent base, Known known, Problems problems) {
        this.known = known;
        this.problems = problems;
        if (base != null) {
            for (OrderEntry entry : base.orders()) {
                storedOrders.put(entry.order().code(), entry.order());
                entry.tickets().forEach(ticket -> storedTickets.put(ticket.code(), ticket));
            }
        }
    }

    void take(JsonNode node, String path) {
        Fields f = new Fields(node, path, problems, ORDER);
        String code = f.required("code", Limits.CODE);
        Order order = order(f, code, storedOrders.get(code));
        if (!code.isEmpty() && !orderCodes.add(code)) {
            f.refuse("code", "duplicate");
        }
        References.one(f, "promo", order.promo(), known.promos(), "no_promo");
        if (!f.has("tickets")) {
            problems.add(path + ".tickets", "", "missing");
        }
        List<Ticket> tickets = new ArrayList<>();
        Elements.each(
                f.tree("tickets"),
                path + ".tickets",
                problems,
                (ticket, where) -> tickets.add(ticket(ticket, where)));
        entries.add(new OrderEntry(order, tickets));
    }

    private static Order order(Fields f, String code, @Nullable Order was) {
        return new Order(
                code,
                f.choice("status", OrderStatus.class, was == null ? null : was.status(), false),
                f.choice(
                        "approval",
                        Approval.class,
                        was == null ? Approval.NOT_NEEDED : was.approval(),
                        false),
                f.bool("validWhilePending", was != null && was.validWhilePending()),
                f.text("email", was == null ? null : was.email(), Limits.NAME),
                f.instant("placed", was == null ? null : was.placed()),
                f.text("promo", was == null ? null : was.promo(), Limits.KEY),
                f.text("locale", was == null ? null : was.locale(), 100));
    }

    private Ticket ticket(JsonNode node, String path) {
        Fields f = new Fields(node, path, problems, TICKET);
        String code = f.required("code", Limits.CODE);
        if (!code.isEmpty() && !ticketCodes.add(code)) {
            f.refuse("code", "duplicate");
        }
        Ticket was = storedTickets.get(code);
        String product =
                was == null || f.has("product") ? f.required("product", Limits.KEY) : was.product();
        References.one(f, "product", product, known.products(), "no_product");
        String date = f.text("date", was == null ? null : was.date(), Limits.KEY);
        References.one(f, "date", date, known.dates(), "no_date");
        String addonTo = f.text("addonTo", was == null ? null : was.addonTo(), Limits.CODE);
        if (f.has("addonTo") && addonTo != null) {
            addons.add(new Addon(path + ".addonTo", addonTo));
        }
        return new Ticket(
                code,
                product,
                date,
                attendee(f, was == null ? Attendee.UNKNOWN : was.attendee()),
                f.choice(
                        "status",
                        TicketStatus.class,
                        was == null ? TicketStatus.VALID : was.status(),
                        false),
                f.bool("blocked", was != null && was.blocked()),
                f.instant("validFrom", was == null ? null : was.validFrom()),
                f.instant("validUntil", was == null ? null : was.validUntil()),
                addonTo,
                f.bool("attention", was != null && was.attention()),
                f.multiline("note", was == null ? null : was.note(), Limits.NOTE),
                answers(f, was),
                price(f, was, product));
    }

    private Money price(Fields f, @Nullable Ticket was, String product) {
        Product sold = known.products().get(product);
        Money listed = sold == null ? new Money(0, known.currency()) : sold.price();
        Money price = f.money("price", known.currency(), was == null ? listed : was.price());
        return Objects.requireNonNullElse(price, listed);
    }

    private Attendee attendee(Fields ticket, Attendee was) {
        if (!ticket.has("attendee")) {
            return was;
        }
        Fields f =
                new Fields(
                        ticket.tree("attendee"), ticket.path() + ".attendee", problems, ATTENDEE);
        return new Attendee(
                f.text("name", was.name(), Limits.NAME),
                f.text("email", was.email(), Limits.NAME),
                f.text("phone", was.phone(), Limits.NAME),
                f.text("company", was.company(), Limits.NAME));
    }

    private SortedMap<String, String> answers(Fields ticket, @Nullable Ticket was) {
        SortedMap<String, String> answers = new TreeMap<>();
        if (was != null) {
            answers.putAll(was.answers());
        }
        JsonNode node = ticket.tree("answers");
        if (node.isMissingNode()) {
            return answers;
        }
        Set<String> keys = new HashSet<>();
        node.fieldNames().forEachRemaining(keys::add);
        Fields f = new Fields(node, ticket.path() + ".answers", problems, keys);
        for (String key : keys) {
            String answer = f.multiline(key, null, Limits.NOTE);
            References.one(f, key, key, known.questions(), "no_question");
            if (answer != null) {
                answers.put(key, answer);
            }
        }
        return answers;
    }

    /** When all orders are read: add-ons may refer to tickets that come later. */
    List<OrderEntry> finish() {
        for (Addon addon : addons) {
            if (!ticketCodes.contains(addon.ticket())
                    && !storedTickets.containsKey(addon.ticket())) {
                problems.add(addon.path(), addon.ticket(), "no_ticket");
            }
        }
        return entries;
    }

    boolean names(String ticket) {
        return ticketCodes.contains(ticket);
    }
}

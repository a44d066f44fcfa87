package org.eventops.adapters.files.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eventops.adapters.files.table.RowCodes.Codes;
import org.eventops.domain.event.Event;
import org.eventops.domain.exchange.AttendeeField;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.Message;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.exchange.Rejection;
import org.eventops.domain.money.Money;
import org.eventops.domain.ticketing.Approval;
import org.eventops.domain.ticketing.Attendee;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketStatus;
import org.jspecify.annotations.Nullable;

/** Rows of a list as orders and tickets, laid over what the store holds of the event. */
final class ListReading {
    private static final int LISTED = 1000;
    private static final int CODE_LIMIT = 512;
    private static final int TEXT_LIMIT = 1000;
    private static final int NOTE_LIMIT = 100_000;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final EventContent base;
    private final ProductNames products;
    private final RowCodes codes = new RowCodes();
    private final Map<String, Order> storedOrders = new HashMap<>();
    private final Map<String, Ticket> storedTickets = new HashMap<>();
    private final Map<String, String> orderOfTicket = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, List<Ticket>> tickets = new HashMap<>();
    private final List<Rejection> rejected = new ArrayList<>();
    private final List<Rejection> warnings = new ArrayList<>();
    private int refused;

    ListReading(EventContent base) {
        this.base = base;
        this.products = new ProductNames(base.products());
        for (OrderEntry entry : base.orders()) {
            storedOrders.put(entry.order().code(), entry.order());
            for (Ticket ticket : entry.tickets()) {
                storedTickets.put(ticket.code(), ticket);
                orderOfTicket.put(ticket.code(), entry.order().code());
            }
        }
    }

    void refuse(int line, RowProblem problem) {
        refused++;
        if (rejected.size() < LISTED) {
            rejected.add(problem.at(line));
        }
    }

    void take(MappedRow row) {
        try {
            check(row);
            read(row);
        } catch (RowProblem e) {
            refuse(row.line(), e);
        }
    }

    private static void check(MappedRow row) throws RowProblem {
        if (row.cells().isEmpty()) {
            throw new RowProblem("", "empty_row");
        }
        for (Map.Entry<AttendeeField, String> cell : row.cells().entrySet()) {
            String text = cell.getValue();
            int limit =
                    switch (cell.getKey()) {
                        case ORDER_CODE, TICKET_CODE -> CODE_LIMIT;
                        case NOTE -> NOTE_LIMIT;
                        default -> TEXT_LIMIT;
                    };
            if (text.length() > limit) {
                throw new RowProblem(text, "too_long", Integer.toString(limit));
            }
            boolean lines = cell.getKey() == AttendeeField.NOTE;
            if (!text.codePoints().allMatch(c -> allowed(c, lines))) {
                throw new RowProblem(row.shown(), "control_characters");
            }
        }
    }

    private static boolean allowed(int c, boolean lines) {
        int type = Character.getType(c);
        boolean control = type == Character.CONTROL || type == Character.SURROGATE;
        return !control || (lines && c == '\n') || c == '\t';
    }

    private void read(MappedRow row) throws RowProblem {
        Event event = base.event();
        Codes code = codes.of(row);
        if (seen.contains(code.ticket())) {
            throw new RowProblem(code.ticket(), "duplicate_code");
        }
        String elsewhere = orderOfTicket.get(code.ticket());
        if (elsewhere != null && !elsewhere.equals(code.order())) {
            throw new RowProblem(code.ticket(), "code_of_another_order", elsewhere);
        }
        @Nullable Ticket was = storedTickets.get(code.ticket());
        String priced = row.get(AttendeeField.PRICE);
        Money none = new Money(0, event.currency());
        Money price = priced == null ? none : CellValues.money(priced, event.currency());
        Product product = products.of(row.get(AttendeeField.PRODUCT), price);
        Money paid = priced != null ? price : was != null ? was.price() : product.price();
        OrderStatus status = status(row);
        Order order = order(row, code.order(), status);
        boolean canceled = status == OrderStatus.CANCELED || status == OrderStatus.REFUNDED;
        Ticket ticket = ticket(row, code.ticket(), product, canceled, paid, was);
        warn(row);
        seen.add(code.ticket());
        orders.merge(code.order(), order, ListReading::better);
        tickets.computeIfAbsent(code.order(), unused -> new ArrayList<>()).add(ticket);
    }

    /** Rows of one order may differ in state: one that stands keeps the order standing. */
    private static Order better(Order one, Order other) {
        boolean standing =
                one.status() != OrderStatus.CANCELED && one.status() != OrderStatus.REFUNDED;
        return standing ? one : other;
    }

    private static @Nullable OrderStatus status(MappedRow row) throws RowProblem {
        String word = row.get(AttendeeField.STATUS);
        if (word == null) {
            return null;
        }
        return PaymentWords.of(word).orElseThrow(() -> new RowProblem(word, "unknown_status"));
    }

    private Order order(MappedRow row, String code, @Nullable OrderStatus status)
            throws RowProblem {
        @Nullable Order was = storedOrders.get(code);
        String placed = row.get(AttendeeField.PLACED);
        var at = placed == null ? null : CellValues.time(placed, base.event().zone()).orElse(null);
        String email = row.get(AttendeeField.EMAIL);
        if (was == null) {
            OrderStatus now = status == null ? OrderStatus.PAID : status;
            return new Order(code, now, Approval.NOT_NEEDED, false, email, at, null, null);
        }
        return new Order(
                code,
                status == null ? was.status() : status,
                was.approval(),
                was.validWhilePending(),
                was.email() == null ? email : was.email(),
                at == null ? was.placed() : at,
                was.promo(),
                was.locale());
    }

    private static Ticket ticket(
            MappedRow row,
            String code,
            Product product,
            boolean canceled,
            Money price,
            @Nullable Ticket was) {
        Attendee known = was == null ? Attendee.UNKNOWN : was.attendee();
        Attendee attendee =
                new Attendee(
                        or(row.name(), known.name()),
                        or(row.get(AttendeeField.EMAIL), known.email()),
                        or(row.get(AttendeeField.PHONE), known.phone()),
                        or(row.get(AttendeeField.COMPANY), known.company()));
        TicketStatus stands = was == null ? TicketStatus.VALID : was.status();
        boolean named = row.get(AttendeeField.STATUS) != null;
        TicketStatus now = canceled ? TicketStatus.CANCELED : named ? TicketStatus.VALID : stands;
        return new Ticket(
                code,
                product.key(),
                was == null ? null : was.date(),
                attendee,
                now,
                was != null && was.blocked(),
                was == null ? null : was.validFrom(),
                was == null ? null : was.validUntil(),
                was == null ? null : was.addonTo(),
                was != null && was.attention(),
                or(row.get(AttendeeField.NOTE), was == null ? null : was.note()),
                was == null ? new java.util.TreeMap<>() : was.answers(),
                price);
    }

    private static @Nullable String or(@Nullable String named, @Nullable String kept) {
        return named == null ? kept : named;
    }

    private void warn(MappedRow row) {
        String email = row.get(AttendeeField.EMAIL);
        if (email != null && !EMAIL.matcher(email).matches() && warnings.size() < LISTED) {
            Message reason = Message.of("exchange.warning.email");
            warnings.add(Rejection.atLine(row.line(), email, reason));
        }
    }

    EventContent content() {
        List<OrderEntry> entries =
                orders.values().stream()
                        .map(o -> new OrderEntry(o, tickets.getOrDefault(o.code(), List.of())))
                        .toList();
        return new EventContent(
                base.event(),
                base.tax(),
                List.of(),
                products.made(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                entries,
                new TreeSet<>(),
                List.of(),
                List.of());
    }

    List<Rejection> rejected() {
        return rejected;
    }

    List<Rejection> warnings() {
        return warnings;
    }

    int refused() {
        return refused;
    }
}

package org.eventops.domain.door;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.TimeOrderedIds;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventStatus;
import org.eventops.domain.event.EventType;
import org.eventops.domain.event.SeriesDate;
import org.eventops.domain.event.Visibility;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.money.Money;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Question;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * The event of the contract's examples, with its three lists and a door to try them at. It is
 * 09:30Z, half an hour after admission, until a test says otherwise.
 */
final class TokyoDoor {
    static final EventId EVENT = new EventId(new UUID(1, 1));
    static final Currency YEN = Currency.getInstance("JPY");
    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final Operator STEWARD = new Operator("Sara", false);
    static final Operator SUPERVISOR = new Operator("Vera", true);

    final FakeClock clock = new FakeClock(Instant.parse("2020-01-01T09:30:00Z"));
    final FakeDoorRepository store = new FakeDoorRepository();
    final CheckinService service =
            new CheckinService(
                    store,
                    store,
                    new TimeOrderedIds(clock, new Random(7)),
                    store,
                    clock,
                    new Meter(System::nanoTime));
    final List<Question> questions = new ArrayList<>();
    final List<CheckinList> lists = new ArrayList<>();

    TokyoDoor() {
        list(Lists.plain("L1").flags(true, false, true, false));
        list(Lists.plain("L2").products("one").flags(false, true, true, false));
        list(Lists.plain("L3").flags(true, false, false, false));
    }

    TokyoDoor list(Lists list) {
        lists.removeIf(each -> each.name().equals(list.name()));
        lists.add(list.list());
        lists.forEach(each -> store.setups.put(each.name(), setup(each)));
        store.tell(Feature.DOOR);
        return this;
    }

    TokyoDoor ask(Question question) {
        questions.add(question);
        lists.forEach(each -> store.setups.put(each.name(), setup(each)));
        store.tell(Feature.TICKETING);
        return this;
    }

    DoorSetup setup(CheckinList list) {
        Map<String, Product> products = new HashMap<>();
        List.of("one", "two", "addon").forEach(key -> products.put(key, product(key)));
        Map<String, SeriesDate> dates = new HashMap<>();
        dates.put("fri", date("fri", "2020-01-03T10:00:00Z", "2020-01-03T09:00:00Z"));
        dates.put("sat", date("sat", "2020-01-04T10:00:00Z", null));
        Map<String, Gate> gates = new HashMap<>();
        gates.put("north", new Gate("north", "North"));
        gates.put("south", new Gate("south", "South"));
        ListId id = new ListId(new UUID(2, list.name().hashCode()));
        return new DoorSetup(
                EVENT,
                event(),
                id,
                list,
                List.copyOf(lists),
                products,
                dates,
                gates,
                List.copyOf(questions));
    }

    private static SeriesDate date(String key, String starts, @Nullable String admission) {
        Instant start = Instant.parse(starts);
        return new SeriesDate(
                key,
                start,
                start.plus(Duration.ofHours(4)),
                admission == null ? null : Instant.parse(admission));
    }

    private static Product product(String key) {
        return new Product(
                key,
                "Product " + key,
                new Money(0, YEN),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    static Event event() {
        return new Event(
                "tokyo",
                "Tokyo",
                EventType.CONCERT,
                EventStatus.ON_SALE,
                TOKYO,
                YEN,
                null,
                null,
                Instant.parse("2020-01-01T10:00:00Z"),
                Instant.parse("2020-01-01T14:00:00Z"),
                Instant.parse("2020-01-01T09:00:00Z"),
                null,
                null,
                Visibility.PRIVATE,
                null);
    }

    /** Adds a paid ticket of product one, changed as said. */
    TicketId ticket(String code, Consumer<Tickets> change) {
        Tickets ticket = new Tickets(code);
        change.accept(ticket);
        return store.add(ticket.ticket(), ticket.order());
    }

    TicketId ticket(String code) {
        return ticket(code, t -> t.blocked = false);
    }

    TokyoDoor at(String instant) {
        clock.set(Instant.parse(instant));
        return this;
    }

    ScanRequest request(String code, ScanKind kind) {
        return new ScanRequest(code, kind, clock.instant(), null, Map.of(), false, null);
    }

    CheckinAnswer scan(String list, ScanRequest request, Operator operator) {
        return service.checkin(EVENT, list, request, operator, "door-1");
    }

    Decision enter(String list, String code) {
        return scan(list, request(code, ScanKind.ENTRY), STEWARD).decision();
    }

    Decision leave(String list, String code) {
        return scan(list, request(code, ScanKind.EXIT), STEWARD).decision();
    }

    Decision enterUnpaid(String list, String code) {
        return scan(
                        list,
                        new ScanRequest(
                                code, ScanKind.ENTRY, clock.instant(), null, Map.of(), true, null),
                        STEWARD)
                .decision();
    }

    CheckinAnswer override(String list, String code, String reason, Operator operator) {
        return scan(
                list,
                new ScanRequest(
                        code, ScanKind.ENTRY, clock.instant(), null, Map.of(), false, reason),
                operator);
    }

    Decision enterWith(String list, String code, Map<String, String> answers) {
        return scan(
                        list,
                        new ScanRequest(
                                code, ScanKind.ENTRY, clock.instant(), null, answers, false, null),
                        STEWARD)
                .decision();
    }

    Decision enterAt(String list, String code, String gate, ScanKind kind) {
        return scan(
                        list,
                        new ScanRequest(code, kind, clock.instant(), gate, Map.of(), false, null),
                        STEWARD)
                .decision();
    }

    Scan last() {
        return store.scans.getLast();
    }

    long entries() {
        return store.scans.stream().filter(s -> s.verdict() == Verdict.ADMITTED).count();
    }

    Ticket stored(TicketId id) {
        return Objects.requireNonNull(store.tickets.get(id));
    }
}

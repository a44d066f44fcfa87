package org.eventops.persistence.privacy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.eventops.domain.change.Progress;
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
import org.eventops.domain.exchange.EventExchange;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.exchange.ScanEntry;
import org.eventops.domain.money.Money;
import org.eventops.domain.people.PinService;
import org.eventops.domain.privacy.ConsentService;
import org.eventops.domain.privacy.EraseOutcome;
import org.eventops.domain.privacy.EraseRequest;
import org.eventops.domain.privacy.FindOutcome;
import org.eventops.domain.privacy.PersonQuery;
import org.eventops.domain.privacy.PersonalData;
import org.eventops.domain.privacy.PrivacyService;
import org.eventops.domain.privacy.RetentionService;
import org.eventops.domain.privacy.StillHere;
import org.eventops.domain.ticketing.Approval;
import org.eventops.domain.ticketing.Attendee;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketStatus;
import org.eventops.persistence.Store;
import org.jspecify.annotations.Nullable;

/** A store with people whose every text can be told from everybody else's. */
final class CrowdedStore implements AutoCloseable {
    static final Instant NOW = Instant.parse("2027-06-01T12:00:00Z");
    static final Instant ENDED = Instant.parse("2027-01-01T04:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Currency COP = Currency.getInstance("COP");

    final Store store;
    private final Path folder;

    CrowdedStore(Path folder) {
        this.folder = folder;
        this.store = Store.open(folder, CLOCK);
    }

    /** Words of one person that stand nowhere else. */
    record Person(String name, String email, String phone, String company, String answer) {
        static Person of(int number, Random random) {
            String tail = Long.toString(random.nextLong(1L << 40, 1L << 41), 36);
            return new Person(
                    "Ñandú" + tail + " de la Calle",
                    "Mail." + tail + "@correo.example",
                    "+57 3" + (100_000_000 + number * 7919 + random.nextInt(7000)),
                    "Casa" + tail + " S.A.S.",
                    "diet" + tail);
        }

        List<String> words() {
            return List.of(
                    name,
                    email,
                    email.toLowerCase(java.util.Locale.ROOT),
                    phone,
                    phone.substring(4),
                    company,
                    answer);
        }
    }

    PrivacyService privacy() {
        return new PrivacyService(
                store.transactions(),
                store.personal(),
                store.access(),
                new StillHere(
                        Store.unlocking(folder, CLOCK).changes(store.key()),
                        new PinService(
                                store.transactions(),
                                store.settings(),
                                store.access(),
                                store.audit(),
                                CLOCK)),
                store.audit(),
                CLOCK);
    }

    static PersonQuery query(String person) {
        return new PersonQuery(person, null);
    }

    /** What is kept of the one person that this means. */
    PersonalData found(String person) {
        return ((FindOutcome.Found) privacy().find(query(person))).data();
    }

    EraseOutcome.Erased erased(String person) {
        return (EraseOutcome.Erased)
                privacy().erase(new EraseRequest(query(person), "asked for", false, false));
    }

    RetentionService retention() {
        return new RetentionService(
                store.transactions(), store.personal(), store.access(), store.audit(), CLOCK);
    }

    ConsentService consents() {
        return new ConsentService(store.transactions(), store.personal(), store.access(), CLOCK);
    }

    EventExchange.Merged merge(EventContent content) {
        return store.transactions().bulk(() -> store.exchange().merge(content, Progress.NONE));
    }

    EventId event(String slug) {
        return store.transactions().read(() -> store.events().id(slug)).orElseThrow();
    }

    EventContent content(String slug) {
        return store.transactions().read(() -> store.exchange().load(slug)).orElseThrow();
    }

    /** A conflict about a field of a ticket, as the hub would have sent it. */
    void conflict(EventId event, UUID ticket, String what, String field, String loser) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", store.ids().next());
        row.put("scope", event.value());
        row.put("kind", "FIELD");
        row.put("what", what);
        row.put("table_name", "ticket");
        row.put("row_id", ticket);
        row.put("field", field);
        row.put("loser", '"' + loser + '"');
        row.put("raised", NOW.atOffset(ZoneOffset.UTC));
        store.transactions()
                .write(
                        () -> {
                            store.syncedRows().insert("conflict", row);
                            return true;
                        });
    }

    static EventContent event(String slug, Instant ends, List<OrderEntry> orders) {
        return new EventContent(
                new Event(
                        slug,
                        "Gala " + slug,
                        EventType.FASHION,
                        EventStatus.ON_SALE,
                        ZoneId.of("America/Bogota"),
                        COP,
                        "Bogotá",
                        null,
                        ends.minusSeconds(36_000),
                        ends,
                        null,
                        500,
                        null,
                        Visibility.PUBLIC,
                        null),
                null,
                List.of(),
                List.of(
                        new Product(
                                "general",
                                "General",
                                new Money(900, COP),
                                10,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of())),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new CheckinList(
                                "Main",
                                ProductSelection.ALL,
                                false,
                                true,
                                true,
                                false,
                                null,
                                new TreeSet<>(),
                                null)),
                orders,
                new TreeSet<>(),
                List.of(),
                scans(orders, ends));
    }

    /** Everybody came in. */
    private static List<ScanEntry> scans(List<OrderEntry> orders, Instant ends) {
        List<ScanEntry> scans = new ArrayList<>();
        for (OrderEntry order : orders) {
            for (Ticket ticket : order.tickets()) {
                UUID id =
                        UUID.nameUUIDFromBytes(
                                (ends + ticket.code())
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
                scans.add(
                        new ScanEntry(
                                new ScanId(id),
                                "Main",
                                ticket.code(),
                                ticket.code(),
                                ScanKind.ENTRY,
                                Verdict.ADMITTED,
                                ends.minusSeconds(7200),
                                null,
                                "door",
                                "Eva Puertas",
                                null,
                                null));
            }
        }
        return scans;
    }

    static OrderEntry order(String code, @Nullable String email, Ticket... tickets) {
        return new OrderEntry(
                new Order(
                        code,
                        OrderStatus.PAID,
                        Approval.NOT_NEEDED,
                        false,
                        email,
                        ENDED,
                        null,
                        "es"),
                List.of(tickets));
    }

    static Ticket ticket(String code, Attendee attendee, @Nullable String answer) {
        Map<String, String> answers = answer == null ? Map.of() : Map.of("diet", answer);
        return new Ticket(
                code,
                "general",
                null,
                attendee,
                TicketStatus.VALID,
                false,
                null,
                null,
                null,
                answer != null,
                answer == null ? null : "note " + answer,
                new TreeMap<>(answers),
                new Money(90_000 + code.length(), COP));
    }

    static Ticket ticket(String code, Person who) {
        return ticket(
                code,
                new Attendee(who.name(), who.email(), who.phone(), who.company()),
                who.answer());
    }

    @Override
    public void close() {
        store.close();
    }
}

package org.eventops.persistence.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.eventops.domain.access.Role;
import org.eventops.domain.change.Progress;
import org.eventops.domain.event.EventId;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.EventExchange;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.people.Person;
import org.eventops.domain.privacy.ConsentOutcome;
import org.eventops.domain.privacy.ConsentService;
import org.eventops.domain.privacy.DueEvent;
import org.eventops.domain.privacy.EraseOutcome;
import org.eventops.domain.privacy.EraseRequest;
import org.eventops.domain.privacy.FindOutcome;
import org.eventops.domain.privacy.Part;
import org.eventops.domain.privacy.PersonalData;
import org.eventops.domain.privacy.PersonalRow;
import org.eventops.domain.privacy.PersonalRows;
import org.eventops.domain.privacy.RetentionService;
import org.eventops.domain.privacy.Somebody;
import org.eventops.domain.ticketing.Attendee;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.persistence.replica.StoreProbe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of people in a real store, and what is left after it was taken away. */
class PersonalDataTest {
    private static final String COUNTS =
            """
            SELECT 'tickets', scope, status, product, blocked, attention, COUNT(*), SUM(price)
                FROM ticket GROUP BY scope, status, product, blocked, attention
            UNION ALL SELECT 'orders', scope, status, approval, FALSE, FALSE, COUNT(*), 0
                FROM ticket_order GROUP BY scope, status, approval
            UNION ALL SELECT 'scans', scope, verdict, kind, FALSE, FALSE, COUNT(*), 0
                FROM scan GROUP BY scope, verdict, kind
            ORDER BY 1, 2, 3
            """;

    @TempDir Path folder;

    /** Twelve people at two events, in orders of one to three; some are not written to directly. */
    private static List<CrowdedStore.Person> filled(CrowdedStore crowd, Random random) {
        List<CrowdedStore.Person> people = new ArrayList<>();
        List<OrderEntry> first = new ArrayList<>();
        List<OrderEntry> second = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            CrowdedStore.Person who = CrowdedStore.Person.of(i, random);
            people.add(who);
            Ticket own = CrowdedStore.ticket("A" + i, who);
            Attendee unwritten = new Attendee(who.name(), null, who.phone(), null);
            Ticket guest = CrowdedStore.ticket("B" + i, unwritten, who.answer());
            first.add(
                    random.nextBoolean()
                            ? CrowdedStore.order("O" + i, who.email(), own, guest)
                            : CrowdedStore.order("O" + i, who.email(), own));
            if (random.nextBoolean()) {
                second.add(
                        CrowdedStore.order(
                                "P" + i,
                                random.nextBoolean()
                                        ? who.email().toUpperCase(java.util.Locale.ROOT)
                                        : null,
                                CrowdedStore.ticket("C" + i, who)));
            }
        }
        crowd.merge(CrowdedStore.event("gala", CrowdedStore.ENDED, first));
        crowd.merge(CrowdedStore.event("feria", CrowdedStore.ENDED.plusSeconds(9), second));
        return people;
    }

    @Test
    void nothingOfAnErasedPersonIsLeftInAnyTableAndCountsAndMoneyAreAsBefore() throws Exception {
        for (long seed = 1; seed <= 3; seed++) {
            Path place = folder.resolve("store" + seed);
            Random random = new Random(seed);
            CrowdedStore.Person who;
            List<CrowdedStore.Person> people;
            try (CrowdedStore crowd = new CrowdedStore(place)) {
                people = filled(crowd, random);
                who = people.get(random.nextInt(people.size()));
                consented(crowd, who);
                PersonalData data = crowd.found(who.email());
                UUID ticket = data.of(Part.TICKET).getFirst().id();
                EventId gala = crowd.event("gala");
                crowd.conflict(gala, ticket, who.name(), "name", who.name() + " jr");
                crowd.conflict(gala, UUID.randomUUID(), "else", "note", "for " + who.email());
            }
            List<String> counts = asked(place, COUNTS);
            assertThat(saying(everything(place), who))
                    .contains("TICKET", "CONSENT", "CONFLICT", "AUDIT_LINE");
            try (CrowdedStore crowd = new CrowdedStore(place)) {
                String asked = random.nextBoolean() ? who.email() : who.phone();
                EraseOutcome.Erased erased = crowd.erased(asked);
                assertThat(erased.changed()).containsEntry(Part.CONSENT, 1);
                assertThat(erased.changed()).containsEntry(Part.CONFLICT, 2);
                assertThat(crowd.privacy().find(CrowdedStore.query(who.email())))
                        .isEqualTo(new FindOutcome.Nobody());
            }
            Map<String, String> after = everything(place);
            assertThat(saying(after, who)).as("seed %d", seed).isEmpty();
            assertThat(asked(place, COUNTS)).isEqualTo(counts);
            for (CrowdedStore.Person other : people) {
                if (!other.equals(who)) {
                    assertThat(saying(after, other)).contains("TICKET");
                }
            }
        }
    }

    private static void consented(CrowdedStore crowd, CrowdedStore.Person who) {
        assertThat(
                        crowd.consents()
                                .record(
                                        crowd.event("gala"),
                                        new ConsentService.Said(
                                                who.email(),
                                                "news",
                                                true,
                                                "form of " + who.name(),
                                                "May we write?")))
                .isInstanceOf(ConsentOutcome.Saved.class);
    }

    @Test
    void anExportHoldsEveryRowOfThePersonAndNoneOfAnybodyElse() throws Exception {
        Map<Part, List<UUID>> given = new TreeMap<>();
        CrowdedStore.Person who;
        try (CrowdedStore crowd = new CrowdedStore(folder)) {
            who = filled(crowd, new Random(77)).get(3);
            consented(crowd, who);
            PersonalData data = crowd.found(who.email());
            for (PersonalRow row : data.rows()) {
                given.computeIfAbsent(row.part(), unused -> new ArrayList<>()).add(row.id());
            }
            assertThat(data.names()).containsExactly(who.name());
            assertThat(data.of(Part.TICKET).getFirst().text("company")).isEqualTo(who.company());
        }
        String own = "lower(email) = '" + who.email().toLowerCase(java.util.Locale.ROOT) + "'";
        String orders = "SELECT id FROM ticket_order WHERE " + own;
        String tickets =
                "SELECT id FROM ticket WHERE %s OR email IS NULL AND order_id IN (%s)"
                        .formatted(own, orders);
        assertThat(given.get(Part.TICKET)).containsExactlyInAnyOrderElementsOf(ids(tickets));
        assertThat(given.get(Part.ORDER)).containsExactlyInAnyOrderElementsOf(ids(orders));
        assertThat(given.get(Part.SCAN))
                .containsExactlyInAnyOrderElementsOf(
                        ids("SELECT id FROM scan WHERE ticket_id IN (%s)".formatted(tickets)));
        assertThat(given.get(Part.CONSENT)).hasSameSizeAs(ids("SELECT id FROM consent"));
        assertThat(given.keySet())
                .containsExactly(Part.TICKET, Part.ORDER, Part.SCAN, Part.CONSENT);
    }

    @Test
    void aNameOfSeveralPeopleIsNobodyUntilItIsSaidWhom() {
        try (CrowdedStore crowd = new CrowdedStore(folder)) {
            Attendee one = new Attendee("Ana Peña", "ana@one.example", null, null);
            Attendee two = new Attendee("ANA PENA", null, null, null);
            crowd.merge(
                    CrowdedStore.event(
                            "gala",
                            CrowdedStore.ENDED,
                            List.of(
                                    CrowdedStore.order(
                                            "O1", null, CrowdedStore.ticket("A1", one, null)),
                                    CrowdedStore.order(
                                            "O2", null, CrowdedStore.ticket("A2", two, null)))));
            FindOutcome found = crowd.privacy().find(CrowdedStore.query("ana pena"));
            assertThat(((FindOutcome.Several) found).people())
                    .extracting(Somebody::askFor)
                    .containsExactlyInAnyOrder("ana@one.example", "ticket:gala/A2");
            assertThat(crowd.privacy().erase(request("ana pena", false)))
                    .isInstanceOf(EraseOutcome.Several.class);
            assertThat(crowd.found("a2").of(Part.TICKET)).hasSize(1);
            assertThat(crowd.found("o1").of(Part.TICKET)).hasSize(1);
            assertThat(crowd.privacy().find(CrowdedStore.query("nobody")))
                    .isEqualTo(new FindOutcome.Nobody());
        }
    }

    @Test
    void whatAFileBringsOfSomebodyErasedComesInWithoutThem() {
        try (CrowdedStore crowd = new CrowdedStore(folder)) {
            List<CrowdedStore.Person> people = filled(crowd, new Random(5));
            CrowdedStore.Person who = people.get(2);
            EventContent before = crowd.content("gala");
            crowd.erased(who.email());
            EventContent after = crowd.content("gala");

            EventExchange.Merged again = crowd.merge(before);
            int own = (int) tickets(before).filter(each -> says(each, who)).count();
            assertThat(again.erased()).isEqualTo(own).isPositive();
            assertThat(again.tickets().updated()).isZero();
            assertThat(crowd.content("gala")).isEqualTo(after);

            Ticket fresh = CrowdedStore.ticket("Z9", who);
            Attendee other = new Attendee("Luz Mora", "luz@mora.example", null, null);
            Ticket passedOn = CrowdedStore.ticket("A2", other, null);
            crowd.merge(
                    CrowdedStore.event(
                            "gala",
                            CrowdedStore.ENDED,
                            List.of(CrowdedStore.order("O2", who.email(), fresh, passedOn))));
            assertThat(tickets(crowd.content("gala")).filter(each -> says(each, who))).isEmpty();
            assertThat(crowd.privacy().find(CrowdedStore.query(who.email())))
                    .isInstanceOfAny(FindOutcome.Nobody.class);
            assertThat(crowd.found("luz@mora.example").of(Part.TICKET)).hasSize(1);
        }
    }

    private static java.util.stream.Stream<Ticket> tickets(EventContent content) {
        return content.orders().stream().flatMap(each -> each.tickets().stream());
    }

    private static boolean says(Ticket ticket, CrowdedStore.Person who) {
        return who.words().stream().anyMatch(ticket.toString()::contains);
    }

    @Test
    void aTicketThatStillAdmitsIsLeftUntilSomebodyInsists() {
        try (CrowdedStore crowd = new CrowdedStore(folder)) {
            CrowdedStore.Person who = CrowdedStore.Person.of(1, new Random(3));
            crowd.merge(
                    CrowdedStore.event(
                            "soon",
                            CrowdedStore.NOW.plus(Duration.ofDays(3)),
                            List.of(
                                    CrowdedStore.order(
                                            "O1", who.email(), CrowdedStore.ticket("A1", who)))));
            EventContent before = crowd.content("soon");
            assertThat(crowd.privacy().erase(request(who.email(), false)))
                    .isInstanceOf(EraseOutcome.StillAdmits.class);
            assertThat(
                            crowd.privacy()
                                    .erase(
                                            new EraseRequest(
                                                    CrowdedStore.query(who.email()),
                                                    " ",
                                                    false,
                                                    true)))
                    .isEqualTo(new EraseOutcome.NoReason());
            EraseOutcome tried =
                    crowd.privacy()
                            .erase(
                                    new EraseRequest(
                                            CrowdedStore.query(who.email()), "", true, true));
            assertThat(((EraseOutcome.Erased) tried).done()).isFalse();
            assertThat(((EraseOutcome.Erased) tried).changed())
                    .isEqualTo(Map.of(Part.TICKET, 1, Part.ORDER, 1));
            assertThat(crowd.content("soon")).isEqualTo(before);
            assertThat(crowd.privacy().erase(request(who.email(), true)))
                    .isInstanceOf(EraseOutcome.Erased.class);
            assertThat(crowd.content("soon")).isNotEqualTo(before);
        }
    }

    @Test
    void whoWorksHereIsTakenOffFirstAndWhatTheyDidStays() {
        try (CrowdedStore crowd = new CrowdedStore(folder)) {
            filled(crowd, new Random(9));
            person(crowd, new Person("Eva Puertas", Role.DOOR_STEWARD, "eva@door.example"));
            assertThat(crowd.privacy().erase(request("Eva Puertas", false)))
                    .isEqualTo(new EraseOutcome.WorksHere("Eva Puertas"));
            person(crowd, new Person("Eva Puertas", Role.ATTENDEE, "eva@door.example"));
            PersonalData data = crowd.found("eva puertas");
            assertThat(data.of(Part.WORK_SCAN)).isNotEmpty();
            assertThat(data.of(Part.WORK_SCAN).getFirst().columns()).doesNotContainKey("code");
            EraseOutcome.Erased erased = crowd.erased("eva@door.example");
            assertThat(erased.changed()).isEqualTo(Map.of(Part.PERSON, 1));
            assertThat(erased.stays()).isEqualTo(data.of(Part.WORK_SCAN).size());
            assertThat(crowd.store.transactions().read(() -> crowd.store.people().all())).isEmpty();
        }
    }

    private static void person(CrowdedStore crowd, Person person) {
        crowd.store
                .transactions()
                .write(
                        () -> {
                            crowd.store.people().save(person);
                            return true;
                        });
    }

    @Test
    void attendeesAreKeptForAsLongAsWasLaidDownAndErasedWhenSomebodySaysSo() throws Exception {
        List<CrowdedStore.Person> people;
        try (CrowdedStore crowd = new CrowdedStore(folder)) {
            people = filled(crowd, new Random(21));
            consented(crowd, people.getFirst());
            crowd.merge(
                    CrowdedStore.event(
                            "later",
                            CrowdedStore.NOW.minus(Duration.ofDays(10)),
                            List.of(
                                    CrowdedStore.order(
                                            "O1",
                                            "late@example.org",
                                            CrowdedStore.ticket("A1", people.getFirst())))));
            RetentionService retention = crowd.retention();
            assertThat(retention.due()).as("no rule").isEmpty();
            assertThat(retention.keepFor(Optional.of(-1))).isFalse();
            assertThat(retention.keepFor(Optional.of(90))).isTrue();
            assertThat(retention.keepFor(Optional.of(30))).isTrue();
            assertThat(retention.rule()).contains(30);
            assertThat(retention.due())
                    .extracting(each -> each.event().slug())
                    .containsExactly("gala", "feria");
            assertThatThrownBy(() -> retention.apply(cancelled()))
                    .isInstanceOf(CancellationException.class);
            EventContent before = crowd.content("gala");
            begunAndKilled(crowd, "feria");
            int due = retention.due().stream().mapToInt(DueEvent::tickets).sum();
            RetentionService.Applied applied = retention.apply(Progress.NONE);
            assertThat(applied.tickets()).isEqualTo(due).isPositive();
            assertThat(applied.again()).as("what was left is nobody who came back").isZero();
            assertThat(retention.due()).isEmpty();
            assertThat(retention.apply(Progress.NONE).tickets()).isZero();
            // A consent says who as well, also where no ticket does any more.
            consented(crowd, people.getLast());
            assertThat(retention.due())
                    .extracting(each -> each.event().slug())
                    .containsExactly("gala");
            retention.apply(Progress.NONE);
            assertThat(retention.due()).isEmpty();
            assertThat(tickets(crowd.content("gala"))).hasSameSizeAs(tickets(before).toList());
            assertThat(crowd.merge(before).erased()).isEqualTo((int) tickets(before).count());
            assertThat(retention.keepFor(Optional.empty())).isTrue();
            assertThat(retention.rule()).isEmpty();
        }
        Map<String, String> after = everything(folder);
        for (CrowdedStore.Person who : people.subList(1, people.size())) {
            assertThat(saying(after, who)).isEmpty();
        }
    }

    /** As the first part of a run leaves it that goes no further. */
    private static void begunAndKilled(CrowdedStore crowd, String slug) {
        crowd.store
                .transactions()
                .write(
                        () -> {
                            crowd.store
                                    .personal()
                                    .remember(
                                            crowd.event(slug),
                                            PersonalRows.EVERYBODY,
                                            CrowdedStore.NOW,
                                            "Eva",
                                            "retention");
                            return true;
                        });
    }

    /** As another console's later edit would, by way of the hub. */
    @Test
    void whoWasErasedAndCameBackAnotherWayIsErasedAgain() {
        try (CrowdedStore crowd = new CrowdedStore(folder)) {
            CrowdedStore.Person who = filled(crowd, new Random(4)).getFirst();
            UUID ticket = crowd.found(who.email()).of(Part.TICKET).getFirst().id();
            crowd.erased(who.email());
            crowd.store
                    .transactions()
                    .write(
                            () ->
                                    crowd.store
                                            .syncedRows()
                                            .update("ticket", ticket, Map.of("name", who.name())));
            assertThat(crowd.privacy().find(CrowdedStore.query(who.name())))
                    .isInstanceOf(FindOutcome.Found.class);
            assertThat(crowd.retention().apply(Progress.NONE))
                    .isEqualTo(new RetentionService.Applied(1, 1, List.of()));
            assertThat(crowd.privacy().find(CrowdedStore.query(who.name())))
                    .isEqualTo(new FindOutcome.Nobody());
        }
    }

    @Test
    void aConsentIsWhatWasSaidLast() {
        try (CrowdedStore crowd = new CrowdedStore(folder)) {
            filled(crowd, new Random(2));
            EventId gala = crowd.event("gala");
            ConsentService consents = crowd.consents();
            consents.record(gala, new ConsentService.Said("Ana@x.example", "news", true, "", null));
            consents.record(
                    gala, new ConsentService.Said(" ana@X.example", "news", false, "mail", "Why?"));
            assertThat(consents.list(gala, "ana@x.example"))
                    .singleElement()
                    .satisfies(
                            row -> assertThat(row.columns()).containsEntry("given", false),
                            row -> assertThat(row.text("wording")).isEqualTo("Why?"));
            assertThat(
                            consents.record(
                                    gala, new ConsentService.Said("Ana", "news", true, "", null)))
                    .isEqualTo(ConsentOutcome.Problem.NO_CONTACT);
            assertThat(
                            consents.record(
                                    gala, new ConsentService.Said("a@b.co", " ", true, "", null)))
                    .isEqualTo(ConsentOutcome.Problem.PURPOSE_WRONG);
        }
    }

    private static Progress cancelled() {
        return new Progress() {
            @Override
            public void at(long done, long total) {
                // only asked whether it is cancelled
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
    }

    private static EraseRequest request(String person, boolean force) {
        return new EraseRequest(CrowdedStore.query(person), "asked for", false, force);
    }

    private static List<String> asked(Path place, String query) throws SQLException {
        try (Connection connection = StoreProbe.open(place)) {
            return StoreProbe.rows(connection, query);
        }
    }

    private List<UUID> ids(String query) throws SQLException {
        return asked(folder, query).stream()
                .map(row -> UUID.fromString(row.substring(0, 36)))
                .toList();
    }

    /** Every column of every table as text. */
    private static Map<String, String> everything(Path place) throws SQLException {
        Map<String, String> all = new TreeMap<>();
        try (Connection connection = StoreProbe.open(place)) {
            for (String table :
                    StoreProbe.rows(
                            connection,
                            "SELECT table_name FROM information_schema.tables WHERE"
                                    + " table_schema = 'PUBLIC'")) {
                String name = table.substring(0, table.indexOf(' '));
                String rows =
                        StoreProbe.rows(connection, "SELECT * FROM \"" + name + '"').toString();
                all.put(name, rows);
            }
        }
        return all;
    }

    private static List<String> saying(Map<String, String> all, CrowdedStore.Person who) {
        return all.entrySet().stream()
                .filter(each -> who.words().stream().anyMatch(each.getValue()::contains))
                .map(Map.Entry::getKey)
                .toList();
    }
}

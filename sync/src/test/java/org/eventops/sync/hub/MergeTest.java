package org.eventops.sync.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eventops.sync.engine.FeedTransaction.Op.ALIAS;
import static org.eventops.sync.engine.FeedTransaction.Op.FIELDS;
import static org.eventops.sync.engine.FeedTransaction.Op.GONE;
import static org.eventops.sync.engine.FeedTransaction.Op.ROW;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.Receipt.Outcome;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.FeedTransaction.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every rule of "Merging a row change" in docs/sync.md. */
class MergeTest {
    private static final HubWorld WORLD = new HubWorld();
    private static final Console A = WORLD.console("oficina", "admin");
    private static final Console B = WORLD.console("caja", "organizer");

    private final UUID event = Changes.key();
    private final UUID order = Changes.key();
    private final UUID list = Changes.key();
    private final UUID ticket = Changes.key();
    private final RowChange ticketMade = Changes.ticket(event, order, ticket, "T1", "Ana");

    @AfterAll
    static void close() {
        A.close();
        B.close();
        WORLD.close();
    }

    @BeforeEach
    void begin() {
        A.push(
                Changes.event(event, slug()),
                Changes.list(event, list, "Entrada", false, false),
                Changes.order(event, order, "O1"),
                ticketMade);
    }

    private String slug() {
        return "feria-" + event.getLeastSignificantBits();
    }

    @Test
    void setsAFieldThatNobodyChangedSince() {
        Receipt receipt = B.push(rename("Ana", "Ana María"));
        assertThat(receipt.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(last().entries())
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.op()).isEqualTo(FIELDS);
                            assertThat(entry.columns()).isEqualTo(Map.of("name", "Ana María"));
                        });
    }

    @Test
    void mergesDifferentFieldsOfOneRowWithoutAConflict() {
        B.push(rename("Ana", "Ana María"));
        Receipt receipt =
                A.push(Changes.update("ticket", event, ticket, "email", null, "ana@example.org"));
        assertThat(receipt.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(stored("name")).isEqualTo("Ana María");
        assertThat(stored("email")).isEqualTo("ana@example.org");
    }

    @Test
    void letsTheLaterVersionStandWhicheverComesFirst() {
        Instant early = Console.later();
        Instant late = Console.later();
        B.push(late, rename("Ana", "Late"));
        Receipt receipt = A.push(early, rename("Ana", "Early"));
        assertThat(receipt.outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(stored("name")).isEqualTo("Late");
        assertThat(entry(FIELDS).columns()).isEqualTo(Map.of("name", "Late"));
        assertThat(conflict())
                .containsEntry("kind", "FIELD")
                .containsEntry("field", "name")
                .containsEntry("loser", "\"Early\"")
                .containsEntry("loser_device", "oficina")
                .containsEntry("winner", "\"Late\"")
                .containsEntry("winner_device", "caja");

        Receipt latest = A.push(rename("Ana", "Latest"));
        assertThat(latest.outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(stored("name")).isEqualTo("Latest");
        assertThat(conflict()).containsEntry("loser", "\"Late\"");
    }

    @Test
    void doesNothingWhereBothWroteTheSame() {
        B.push(rename("Ana", "Eva"));
        long clock = last().lastSeq();
        Receipt receipt = A.push(rename("Ana", "Eva"));
        assertThat(receipt.outcome()).isEqualTo(Outcome.MERGED);
        assertThat(receipt.upTo()).isEqualTo(Map.of(event, clock));
        assertThat(last().lastSeq()).isEqualTo(clock);
    }

    @Test
    void takesTwoRowsWithOneNaturalKeyForTheSameThing() {
        UUID first = Changes.key();
        UUID second = Changes.key();
        A.push(Changes.product(event, first, "vip", "VIP", 10));
        Receipt receipt = B.push(Changes.product(event, second, "vip", "Very important", 10));
        assertThat(receipt.outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(last().entries()).extracting(Entry::op).containsSubsequence(ALIAS, ROW);
        assertThat(entry(ALIAS).key()).isEqualTo(second);
        assertThat(entry(ALIAS).columns()).isEqualTo(Map.of("id", first));
        assertThat(productName(first)).isEqualTo("Very important");

        B.push(Changes.update("product", event, second, "name", "Very important", "V.I.P."));
        assertThat(productName(first)).isEqualTo("V.I.P.");
    }

    @Test
    void givesASecondEventOfASlugAFreeOne() {
        UUID second = Changes.key();
        UUID third = Changes.key();
        Receipt receipt = B.push(Changes.event(second, slug()));
        B.push(Changes.event(third, slug()));
        assertThat(receipt.outcome()).isEqualTo(Outcome.CONFLICT);
        FeedTransaction told = A.last(second);
        assertThat(told.entries().getFirst().columns()).containsEntry("slug", slug() + "-2");
        assertThat(told.entries().getLast().columns())
                .containsEntry("kind", "SLUG")
                .containsEntry("loser", "\"" + slug() + "\"")
                .containsEntry("winner", "\"" + slug() + "-2\"");
        assertThat(A.last(third).entries().getFirst().columns())
                .containsEntry("slug", slug() + "-3");
    }

    @Test
    void keepsANaturalKeyWithWhoeverHoldsIt() {
        UUID vip = Changes.key();
        UUID general = Changes.key();
        A.push(
                Changes.product(event, vip, "vip", "VIP", 10),
                Changes.product(event, general, "general", "General", 10));
        Receipt receipt =
                B.push(Changes.update("product", event, general, "name_key", "general", "vip"));
        assertThat(receipt.outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(entry(ROW).columns()).containsEntry("name_key", "general");
        assertThat(conflict()).containsEntry("field", "name_key").containsEntry("loser", "\"vip\"");
        UUID other = Changes.key();
        B.push(Changes.event(other, "otra-" + other.getLeastSignificantBits()));
        Receipt slug =
                B.push(
                        Changes.update(
                                "event",
                                other,
                                other,
                                "slug",
                                "otra-" + other.getLeastSignificantBits(),
                                slug()));
        assertThat(slug.outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(A.last(other).entries())
                .anySatisfy(
                        entry -> assertThat(entry.columns()).containsEntry("slug", slug() + "-2"));
    }

    @Test
    void restatesTheWholeRowWhereItsNaturalKeyChanges() {
        UUID vip = Changes.key();
        A.push(Changes.product(event, vip, "vip", "VIP", 10));
        B.push(Changes.update("product", event, vip, "name_key", "vip", "v-i-p"));
        assertThat(entry(ROW).columns())
                .containsEntry("name_key", "v-i-p")
                .containsEntry("name", "VIP");
    }

    @Test
    void leavesADeletedRowDeletedAndKeepsTheEdit() {
        A.push(Changes.delete(ticketMade));
        assertThat(entry(GONE).key()).isEqualTo(ticket);
        Receipt receipt = B.push(rename("Ana", "Ana María"));
        assertThat(receipt.outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(last().entries()).extracting(Entry::op).containsExactly(GONE, ROW);
        assertThat(conflict())
                .containsEntry("kind", "DELETED")
                .hasEntrySatisfying(
                        "loser",
                        loser ->
                                assertThat((String) loser)
                                        .contains("\"fields\": {\"name\": \"Ana María\"}")
                                        .contains("\"code\": \"T1\""));
        assertThat(stored("name")).isNull();
    }

    @Test
    void letsADeletionWinOverAnEditItHadNotSeen() {
        B.push(rename("Ana", "Ana María"));
        Receipt receipt = A.push(Changes.delete(ticketMade));
        assertThat(receipt.outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(stored("name")).isNull();
        assertThat(conflict())
                .hasEntrySatisfying(
                        "loser",
                        loser ->
                                assertThat((String) loser)
                                        .contains("\"fields\": {\"name\": \"Ana María\"}"));
    }

    @Test
    void doesNotDeleteWhatOthersReferTo() {
        B.push(Changes.scan(event, list, ticket, Changes.key()));
        Receipt receipt = A.push(Changes.delete(ticketMade));
        assertThat(receipt.outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(last().entries()).extracting(Entry::op).containsExactly(ROW, ROW);
        assertThat(stored("name")).isEqualTo("Ana");
        assertThat(conflict()).containsEntry("kind", "DELETED").doesNotContainKey("loser");
    }

    @Test
    void bringsADeletedTicketBackForAScanThatWasShownGreen() {
        A.push(Changes.delete(ticketMade), Changes.delete(Changes.order(event, order, "O1")));
        Receipt receipt = B.push(Changes.scan(event, list, ticket, Changes.key()));
        assertThat(receipt.outcome()).isIn(Outcome.APPLIED, Outcome.CONFLICT);
        assertThat(stored("name")).isEqualTo("Ana");
        assertThat(last().entries())
                .extracting(Entry::table)
                .contains("ticket_order", "ticket", "scan");
    }

    @Test
    void rejectsWhatNeverWasWhatHasNoParentAndWhatIsNotTheDevices() {
        assertThat(
                        A.push(Changes.update("ticket", event, Changes.key(), "name", "a", "b"))
                                .reason())
                .isEqualTo("NO_ROW");
        assertThat(
                        A.push(Changes.ticket(event, Changes.key(), Changes.key(), "T9", "Eva"))
                                .reason())
                .isEqualTo("NO_PARENT");
        UUID unknown = Changes.key();
        assertThat(A.push(Changes.gate(unknown, Changes.key(), "n", "N")).reason())
                .isEqualTo("SCOPE");
        assertThat(A.push(Changes.insert("stock", event, Changes.key(), "product", "vip")).reason())
                .isEqualTo("ROLE");
        assertThat(A.push(Changes.insert("nothing", event, Changes.key(), "a", "b")).reason())
                .isEqualTo("BAD_VALUE");
        try (Console door = WORLD.console("puerta " + ticket, "door")) {
            assertThat(door.push(rename("Ana", "X")).reason()).isEqualTo("ROLE");
            assertThat(
                            door.push(
                                            Changes.update(
                                                    "ticket",
                                                    event,
                                                    ticket,
                                                    "answers",
                                                    "{}",
                                                    "{\"a\":1}"))
                                    .outcome())
                    .isEqualTo(Outcome.APPLIED);
        }
    }

    @Test
    void keepsColumnsThisHubDoesNotKnowAndHandsThemOn() {
        UUID gate = Changes.key();
        A.push(Changes.insert("gate", event, gate, "name_key", "n", "name", "N", "width_cm", 120L));
        assertThat(entry(ROW).columns()).containsEntry("width_cm", 120L);
        B.push(Changes.update("gate", event, gate, "width_cm", 120L, 130L));
        assertThat(entry(FIELDS).columns()).isEqualTo(Map.of("width_cm", 130L));
    }

    @Test
    void doesNotLetAClockAheadDecideForEver() {
        B.push(Instant.now().plus(Duration.ofHours(24)), rename("Ana", "Tomorrow"));
        assertThat(
                        WORLD.asked(
                                "SELECT clock_ahead > '23 hours' FROM sync.device WHERE id = '"
                                        + B.device
                                        + "'"))
                .isEqualTo("t");
        A.push(Instant.now().plusSeconds(6), rename("Ana", "Soon"));
        assertThat(stored("name")).isEqualTo("Soon");
    }

    @Test
    void settlesAConflictWithoutRaisingAnother() {
        B.push(Console.later(), rename("Ana", "One"));
        A.push(Console.later(), rename("Ana", "Two"));
        UUID conflict = conflictEntry().key();
        Receipt receipt =
                A.push(Changes.update("conflict", event, conflict, "taken", null, "winner"));
        assertThat(receipt.outcome()).isEqualTo(Outcome.APPLIED);
        Receipt same = B.push(Changes.update("conflict", event, conflict, "taken", null, "loser"));
        assertThat(same.outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(last().entries()).hasSize(1);
    }

    @Test
    void makesADeletedTicketTheOneThatHasItsCodeNow() {
        UUID other = Changes.key();
        A.push(Changes.delete(ticketMade));
        A.push(Changes.ticket(event, order, other, "T1", "Eva"));
        UUID scan = Changes.key();
        Receipt receipt = B.push(Changes.scan(event, list, ticket, scan));
        assertThat(receipt.outcome()).isEqualTo(Outcome.CONFLICT);
        assertThat(entry(ALIAS).columns()).isEqualTo(Map.of("id", other));
        assertThat(WORLD.asked("SELECT ticket_id FROM sync.scan WHERE id = '" + scan + "'"))
                .isEqualTo(other.toString());
    }

    @Test
    void restatesWhoHoldsTheNaturalKeyOfARejectedInsert() {
        UUID vip = Changes.key();
        UUID mine = Changes.key();
        A.push(Changes.product(event, vip, "vip", "VIP", 10));
        Receipt receipt =
                B.push(
                        Changes.product(event, mine, "vip", "Mine", 10),
                        Changes.update("ticket", event, Changes.key(), "name", "a", "b"));
        assertThat(receipt.reason()).isEqualTo("NO_ROW");
        assertThat(last().entries())
                .anySatisfy(
                        each -> {
                            assertThat(each.op()).isEqualTo(GONE);
                            assertThat(each.key()).isEqualTo(mine);
                        })
                .anySatisfy(
                        each -> {
                            assertThat(each.op()).isEqualTo(ROW);
                            assertThat(each.key()).isEqualTo(vip);
                        });
    }

    @Test
    void refusesATextThatNoConsoleCouldHold() {
        String fits = "🎟".repeat(500);
        assertThat(B.push(rename("Ana", fits)).outcome()).isEqualTo(Outcome.APPLIED);
        assertThat(B.push(rename(fits, fits + "x")).reason()).isEqualTo("BAD_VALUE");
        assertThat(B.push(rename(fits, "ñ".repeat(1000))).outcome()).isEqualTo(Outcome.APPLIED);
    }

    private RowChange rename(String before, String after) {
        return Changes.update("ticket", event, ticket, "name", before, after);
    }

    private FeedTransaction last() {
        return A.last(event);
    }

    private Entry entry(FeedTransaction.Op op) {
        return last().entries().stream()
                .filter(each -> each.op() == op && !each.table().equals("conflict"))
                .findFirst()
                .orElseThrow();
    }

    private Entry conflictEntry() {
        return last().entries().stream()
                .filter(each -> each.table().equals("conflict"))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, @Nullable Object> conflict() {
        return conflictEntry().columns();
    }

    private @Nullable String stored(String column) {
        return WORLD.asked("SELECT " + column + " FROM sync.ticket WHERE id = '" + ticket + "'");
    }

    private static @Nullable String productName(UUID product) {
        return WORLD.asked("SELECT name FROM sync.product WHERE id = '" + product + "'");
    }
}

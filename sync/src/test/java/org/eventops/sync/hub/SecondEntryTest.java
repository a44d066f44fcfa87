package org.eventops.sync.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.Receipt.Outcome;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.FeedTransaction.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Scans (I6)" of docs/sync.md. */
class SecondEntryTest {
    private static final HubWorld WORLD = new HubWorld();
    private static final Console A = WORLD.console("norte", "admin");
    private static final Console B = WORLD.console("sur", "door");

    private final UUID event = Changes.key();
    private final UUID list = Changes.key();
    private final UUID order = Changes.key();
    private final UUID ticket = Changes.key();

    @AfterAll
    static void close() {
        A.close();
        B.close();
        WORLD.close();
    }

    @BeforeEach
    void begin() {
        A.push(
                Changes.event(event, "feria-" + event.getLeastSignificantBits()),
                Changes.list(event, list, "Entrada", false, false),
                Changes.order(event, order, "O1"),
                Changes.ticket(event, order, ticket, "T1", "Ana"));
    }

    private UUID anotherTicket() {
        UUID key = Changes.key();
        A.push(Changes.ticket(event, order, key, "T" + key, "Eva"));
        return key;
    }

    @Test
    void raisesOneAlertForEachEntryAfterAnEntryInTheTransactionOfThatScan() {
        UUID first = Changes.key();
        UUID second = Changes.key();
        A.push(Changes.scan(event, list, ticket, first));
        LocalMutation again = B.mutation(Changes.scan(event, list, ticket, second));
        assertThat(B.send(again)).extracting(Receipt::outcome).containsExactly(Outcome.CONFLICT);
        FeedTransaction told = A.last(event);
        assertThat(told.mutation()).isEqualTo(again.id());
        assertThat(told.entries()).extracting(Entry::table).containsExactly("scan", "conflict");
        assertThat(told.entries().getLast().columns())
                .containsEntry("kind", "DUPLICATE_ENTRY")
                .containsEntry("row_id", second)
                .containsEntry("what", ticket.toString())
                .hasEntrySatisfying(
                        "loser", it -> assertThat((String) it).contains(second.toString()))
                .hasEntrySatisfying(
                        "winner", it -> assertThat((String) it).contains(first.toString()));
    }

    @Test
    void seesSecondEntriesWithinOneBatchAndAcrossConsoles() {
        List<LocalMutation> batch = new ArrayList<>();
        List<UUID> tickets = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            tickets.add(anotherTicket());
            batch.add(A.mutation(Changes.scan(event, list, tickets.get(i), Changes.key())));
        }
        tickets.forEach(
                each -> batch.add(A.mutation(Changes.scan(event, list, each, Changes.key()))));
        A.send(batch);
        assertThat(alerts("resolved IS NULL")).isEqualTo(50);
        List<LocalMutation> other =
                tickets.stream()
                        .map(each -> B.mutation(Changes.scan(event, list, each, Changes.key())))
                        .toList();
        assertThat(B.send(other)).extracting(Receipt::outcome).containsOnly(Outcome.CONFLICT);
        assertThat(alerts("resolved IS NULL")).isEqualTo(100);
    }

    @Test
    void countsNeitherOverridesNorRefusalsNorListsOfManyEntries() {
        UUID many = Changes.key();
        A.push(Changes.list(event, many, "Talleres", true, false));
        A.push(scan(many), scan(many), scan(list));
        A.push(scan(list, "ENTRY", "ALREADY_IN"));
        RowChange override =
                Changes.insert(
                        "scan",
                        event,
                        Changes.key(),
                        "list_id",
                        list,
                        "ticket_id",
                        ticket,
                        "code",
                        "C",
                        "kind",
                        "ENTRY",
                        "verdict",
                        "ADMITTED",
                        "at",
                        Changes.TEN,
                        "override_reason",
                        "gafete perdido");
        A.push(override);
        assertThat(alerts("true")).isZero();
    }

    @Test
    void clearsTheWayByAnExitOnlyWhereTheListHasReentry() {
        UUID reentry = Changes.key();
        A.push(Changes.list(event, reentry, "Patio", false, true));
        A.push(scan(reentry), scan(reentry, "EXIT", "EXITED"), scan(reentry));
        assertThat(alerts("true")).isZero();
        A.push(scan(list), scan(list, "EXIT", "EXITED"), scan(list));
        assertThat(alerts("true")).isEqualTo(1);
    }

    @Test
    void settlesAnAlertByAnUndoAndOpensItWhenItIsTrueAgain() {
        UUID first = Changes.key();
        UUID second = Changes.key();
        UUID third = Changes.key();
        A.push(Changes.scan(event, list, ticket, first));
        B.push(Changes.scan(event, list, ticket, second));
        A.push(Changes.undo(event, Changes.key(), second));
        FeedTransaction told = A.last(event);
        assertThat(told.entries())
                .extracting(Entry::table)
                .containsExactly("scan_undo", "conflict");
        assertThat(told.entries().getLast().columns())
                .containsEntry("taken", "undone")
                .containsEntry("resolved_by", "hub")
                .containsKey("resolved");
        B.push(Changes.scan(event, list, ticket, third));
        assertThat(alerts("resolved IS NULL")).isEqualTo(1);
        A.push(Changes.undo(event, Changes.key(), first));
        assertThat(alerts("resolved IS NULL")).isZero();
        // The list no longer clears it by an exit; a second undo of one scan is the first.
        Receipt twice = B.push(Changes.undo(event, Changes.key(), first));
        assertThat(twice.outcome()).isEqualTo(Outcome.MERGED);
        assertThat(A.last(event).entries())
                .extracting(Entry::op)
                .containsExactly(FeedTransaction.Op.ALIAS, FeedTransaction.Op.ROW);
    }

    @Test
    void looksAfterAllChangesOfAMutationAreIn() {
        UUID first = Changes.key();
        UUID second = Changes.key();
        A.push(Changes.scan(event, list, ticket, first));
        B.push(Changes.scan(event, list, ticket, second));
        UUID alert = UUID.fromString(alertOf(second));
        Receipt receipt =
                A.push(
                        Changes.update("conflict", event, alert, "taken", null, "winner"),
                        Changes.undo(event, Changes.key(), second));
        assertThat(receipt.outcome()).isIn(Outcome.APPLIED, Outcome.MERGED);
        assertThat(alerts("resolved IS NULL AND taken IS NULL")).isZero();
    }

    @Test
    void keepsAScanOfATicketNobodyKnows() {
        UUID scan = Changes.key();
        Receipt receipt = B.push(Changes.scan(event, list, Changes.key(), scan));
        assertThat(receipt.reason()).isEqualTo("NO_PARENT");
        assertThat(receipt.upTo()).isEqualTo(Map.of(event, A.last(event).lastSeq()));
        assertThat(A.last(event).entries().getLast().columns())
                .hasEntrySatisfying(
                        "loser", it -> assertThat((String) it).contains(scan.toString()));
    }

    private RowChange scan(UUID of) {
        return Changes.scan(event, of, ticket, Changes.key());
    }

    private RowChange scan(UUID of, String kind, String verdict) {
        return Changes.scan(event, of, ticket, Changes.key(), kind, verdict);
    }

    private int alerts(String condition) {
        return Integer.parseInt(
                String.valueOf(
                        WORLD.asked(
                                "SELECT count(*) FROM sync.conflict WHERE kind = 'DUPLICATE_ENTRY'"
                                        + " AND scope = '"
                                        + event
                                        + "' AND "
                                        + condition)));
    }

    private static String alertOf(UUID scan) {
        @Nullable String found =
                WORLD.asked("SELECT id FROM sync.conflict WHERE row_id = '" + scan + "'");
        return String.valueOf(found);
    }
}

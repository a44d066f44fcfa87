package org.eventops.persistence.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Replica.Weight;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.sync.Choice;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.ConflictService;
import org.eventops.domain.sync.Obstacle;
import org.eventops.domain.sync.ReopenOutcome;
import org.eventops.domain.sync.ResolveOutcome;
import org.eventops.domain.sync.Settlements;
import org.eventops.domain.sync.ThisConsole;
import org.eventops.persistence.Gala;
import org.eventops.persistence.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conflicts settled over the real store: what stands, what goes to the hub, and the way back. */
class SettlingTest {
    private static final UUID ID = new UUID(4, 1);
    private static final UUID VENUE = new UUID(4, 2);
    private static final UUID OTHER = new UUID(4, 3);
    private static final UUID LIST = new UUID(4, 4);
    private static final UUID LATER = new UUID(4, 5);
    private static final UUID EARLIER = new UUID(4, 6);
    private static final OffsetDateTime AT =
            Instant.parse("2026-11-21T12:00:00Z").atOffset(ZoneOffset.UTC);

    @TempDir Path folder;

    @SuppressWarnings("NullAway.Init")
    private Store store;

    @SuppressWarnings("NullAway.Init")
    private UUID scope;

    @SuppressWarnings("NullAway.Init")
    private ConflictService service;

    @BeforeEach
    void open() {
        store = Store.open(folder, Clock.systemUTC());
        scope = Gala.made(store, 1).value();
        service =
                new ConflictService(
                        store.transactions(),
                        store.conflicts(),
                        new Settlements(store.syncedRows(), store.settings(), store.ids()),
                        new ThisConsole(Optional::empty, store.settings()),
                        Clock.systemUTC());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private <T> T write(Supplier<T> work) {
        return store.transactions().write(work);
    }

    private void comes(String table, UUID id, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> row = new HashMap<>(columns);
        row.put("id", id);
        row.putIfAbsent("scope", scope);
        store.replica()
                .apply(
                        Weight.SMALL,
                        rows -> {
                            rows.put(table, id, row);
                            return true;
                        });
    }

    private void raised(Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> row = new HashMap<>(columns);
        row.put("raised", AT);
        comes("conflict", ID, row);
    }

    private Map<String, @Nullable Object> row(String table, UUID key) {
        return store.transactions().read(() -> store.syncedRows().row(table, key)).orElseThrow();
    }

    /** The mutations that a piece of work adds to the outbox. */
    private List<LocalMutation> sentBy(Runnable work) {
        long before = store.outbox().backlog().last();
        work.run();
        return store.outbox().waiting(before, 100, 1 << 20);
    }

    private ResolveOutcome take(Choice choice) {
        return service.resolve(ID, choice, "Ana", "double entry");
    }

    private Conflict stored() {
        return store.transactions().read(() -> store.conflicts().find(ID)).orElseThrow();
    }

    private void twoNames() {
        comes("venue", VENUE, Map.of("name", "Palacio", "city", "Quito"));
        comes("venue", OTHER, Map.of("name", "Teatro", "city", "Quito"));
        raised(
                Map.of(
                        "kind", "FIELD",
                        "table_name", "venue",
                        "row_id", VENUE,
                        "field", "city",
                        "loser", "\"Cuenca\"",
                        "winner", "\"Quito\""));
    }

    @Test
    void takesAValueAndMarksItInOneMutation() {
        twoNames();
        List<LocalMutation> sent = sentBy(() -> take(Choice.LOSER));
        assertThat(row("venue", VENUE)).containsEntry("city", "Cuenca");
        assertThat(sent)
                .singleElement()
                .satisfies(
                        each ->
                                assertThat(each.changes())
                                        .extracting(RowChange::table)
                                        .containsExactlyInAnyOrder("venue", "conflict"));
        service.reopen(ID);
        assertThat(row("venue", VENUE)).containsEntry("city", "Quito");
        assertThat(stored().resolved()).isNull();
    }

    @Test
    void aNameThatAnotherHasLeavesEverythingAsItIs() {
        twoNames();
        raised(
                Map.of(
                        "kind", "FIELD",
                        "table_name", "venue",
                        "row_id", VENUE,
                        "field", "name",
                        "loser", "\"Teatro\"",
                        "winner", "\"Palacio\""));
        List<LocalMutation> sent =
                sentBy(
                        () ->
                                assertThat(take(Choice.LOSER))
                                        .isInstanceOf(ResolveOutcome.Impossible.class));
        assertThat(sent).isEmpty();
        assertThat(row("venue", VENUE)).containsEntry("name", "Palacio");
        assertThat(stored().resolved()).isNull();
    }

    private Map<String, @Nullable Object> scan(String gate) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("list_id", LIST);
        row.put("code", "a");
        row.put("kind", "ENTRY");
        row.put("verdict", "ADMITTED");
        row.put("at", AT);
        row.put("gate", gate);
        return row;
    }

    private void enteredTwice() {
        Map<String, @Nullable Object> list = new HashMap<>();
        list.put("name", "VIP");
        List.of("products", "gates").forEach(each -> list.put(each, ""));
        List.of("include_pending", "multiple_entry", "reentry_after_exit", "addon_matching")
                .forEach(each -> list.put(each, false));
        list.put("all_products", true);
        comes("checkin_list", LIST, list);
        comes("scan", EARLIER, scan("Norte"));
        comes("scan", LATER, scan("Sur"));
        raised(
                Map.of(
                        "kind",
                        "DUPLICATE_ENTRY",
                        "table_name",
                        "scan",
                        "row_id",
                        LATER,
                        "loser",
                        "{\"scan\":\"" + LATER + "\"}",
                        "winner",
                        "{\"scan\":\"" + EARLIER + "\"}"));
    }

    @Test
    void takesAnEntryBackAndWritesItDownAgain() {
        enteredTwice();
        List<LocalMutation> taken = sentBy(() -> take(Choice.WINNER));
        assertThat(taken.getFirst().changes())
                .filteredOn(each -> each.table().equals("scan_undo"))
                .singleElement()
                .satisfies(
                        each ->
                                assertThat(each.columns())
                                        .anyMatch(
                                                column ->
                                                        column.name().equals("scan_id")
                                                                && LATER.equals(column.after())));
        List<LocalMutation> back = sentBy(() -> service.reopen(ID));
        List<RowChange> changes = back.getFirst().changes();
        assertThat(changes).extracting(RowChange::table).containsExactly("conflict", "scan");
        UUID again = changes.getLast().key();
        assertThat(again).isNotEqualTo(LATER);
        assertThat(row("scan", again)).containsEntry("gate", "Sur").containsEntry("at", AT);
    }

    @Test
    void restoresWhatWasDeletedAndTakesItAwayAgain() {
        raised(
                Map.of(
                        "kind",
                        "DELETED",
                        "table_name",
                        "gate",
                        "row_id",
                        OTHER,
                        "loser",
                        """
                        {"row":{"id":"%s","tenant":"%s","scope":"%s","name_key":"este","name":"Este"},
                         "fields":{"name":"Puerta este"}}
                        """
                                .formatted(OTHER, OTHER, scope)));
        UUID restored =
                sentBy(() -> take(Choice.LOSER)).getFirst().changes().stream()
                        .filter(each -> each.table().equals("gate"))
                        .findFirst()
                        .orElseThrow()
                        .key();
        assertThat(restored).isNotEqualTo(OTHER);
        assertThat(row("gate", restored)).containsEntry("name", "Puerta este");
        assertThat(service.reopen(ID)).isInstanceOf(ReopenOutcome.Reopened.class);
        assertThat(write(() -> store.syncedRows().row("gate", restored))).isEmpty();
    }

    @Test
    void triesARejectedChangeAgainOrSaysWhyItCannot() {
        raised(
                Map.of(
                        "kind",
                        "REJECTED",
                        "loser",
                        """
                        [{"t":"gate","s":"%s","o":"I","k":"%s",
                          "c":{"name_key":[null,"sur"],"name":[null,"Sur"]}},
                         {"t":"gate","s":"%s","o":"U","k":"%s","c":{"name":["a","b"]}}]
                        """
                                .formatted(scope, OTHER, scope, VENUE),
                        "winner",
                        "\"NO_ROW\""));
        assertThat(take(Choice.LOSER))
                .isEqualTo(new ResolveOutcome.Impossible(stored(), Obstacle.ROW_GONE));
        assertThat(write(() -> store.syncedRows().row("gate", OTHER))).isEmpty();
        comes("gate", VENUE, Map.of("name_key", "x", "name", "a"));
        assertThat(take(Choice.LOSER)).isInstanceOf(ResolveOutcome.Resolved.class);
        assertThat(row("gate", VENUE)).containsEntry("name", "b");
        service.reopen(ID);
        assertThat(row("gate", VENUE)).containsEntry("name", "a");
        assertThat(Objects.requireNonNull(stored()).taken()).isNull();
    }
}

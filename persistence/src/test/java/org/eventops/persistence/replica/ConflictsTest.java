package org.eventops.persistence.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Replica.Weight;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.Rows;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.ConflictRepository;
import org.eventops.persistence.Gala;
import org.eventops.persistence.Store;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConflictsTest {
    private static final UUID FIRST = new UUID(3, 1);
    private static final UUID SECOND = new UUID(3, 2);
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir Path folder;

    private Store store;
    private UUID scope;

    @BeforeEach
    void open() {
        store = Store.open(folder, Clock.systemUTC());
        scope = Gala.made(store, 3).value();
        raised(FIRST, Conflict.Kind.FIELD, 0);
        raised(SECOND, Conflict.Kind.DUPLICATE_ENTRY, 1);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void raised(UUID id, Conflict.Kind kind, int minutes) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", id);
        row.put("scope", scope);
        row.put("kind", kind.name());
        row.put("loser", "\"Ana\"");
        row.put("loser_device", "Puerta 1");
        row.put("loser_at", Wire.AT);
        row.put("raised", Wire.AT.plusMinutes(minutes));
        store.replica()
                .apply(
                        Weight.SMALL,
                        rows -> {
                            rows.put("conflict", id, row);
                            return true;
                        });
    }

    private <T> T write(Supplier<T> work) {
        return store.transactions().write(work);
    }

    private List<UUID> ids(ConflictRepository.Query query) {
        return store.transactions().read(() -> store.conflicts().list(query)).stream()
                .map(Conflict::id)
                .toList();
    }

    private static ConflictRepository.Query all(int most) {
        return new ConflictRepository.Query(true, Set.of(), null, most);
    }

    @Test
    void listsOpenOnesFirstAndTheNewestOfEach() {
        assertThat(ids(all(9))).containsExactly(SECOND, FIRST);
        assertThat(ids(all(1))).containsExactly(SECOND);
        assertThat(ids(new ConflictRepository.Query(false, Set.of(Conflict.Kind.FIELD), scope, 9)))
                .containsExactly(FIRST);
        assertThat(ids(new ConflictRepository.Query(false, Set.of(), UUID.randomUUID(), 9)))
                .isEmpty();
        resolve();
        assertThat(ids(all(9))).containsExactly(FIRST, SECOND);
        assertThat(ids(new ConflictRepository.Query(false, Set.of(), null, 9)))
                .containsExactly(FIRST);
    }

    private void resolve() {
        write(
                () -> {
                    store.conflicts().resolve(SECOND, NOON, "Luz", "both");
                    return true;
                });
    }

    @Test
    void settlingOneIsAnOrdinaryChangeThatIsSentAndCanBeUndone() {
        resolve();
        Conflict settled =
                store.transactions().read(() -> store.conflicts().find(SECOND)).orElseThrow();
        assertThat(settled.resolved()).isEqualTo(NOON);
        assertThat(settled.taken()).isEqualTo("both");
        assertThat(settled.loser())
                .isEqualTo(new Conflict.Side("\"Ana\"", "Puerta 1", Wire.AT.toInstant()));
        assertThat(store.transactions().read(() -> store.conflicts().open())).isEqualTo(1);
        LocalMutation sent = store.outbox().waiting(0, 100, 1L << 30).getLast();
        assertThat(sent.changes()).hasSize(1);
        assertThat(sent.changes().getFirst().columns())
                .extracting(RowChange.Column::name)
                .containsExactlyInAnyOrder("resolved", "resolved_by", "taken");
        write(
                () -> {
                    store.conflicts().reopen(SECOND);
                    return true;
                });
        assertThat(store.transactions().read(() -> store.conflicts().open())).isEqualTo(2);
    }

    @Test
    void rowsAreSettledAsOrdinaryChanges() {
        UUID order = new UUID(4, 1);
        write(
                () -> {
                    store.syncedRows().insert("ticket_order", Wire.order(scope, order, "back"));
                    assertThat(store.syncedRows().update("ticket_order", order, status())).isTrue();
                    assertThat(store.syncedRows().update("ticket_order", FIRST, status()))
                            .isFalse();
                    assertThat(store.syncedRows().delete("ticket_order", FIRST)).isFalse();
                    return true;
                });
        assertThat(store.transactions().read(() -> store.syncedRows().row("ticket_order", order)))
                .get()
                .satisfies(row -> assertThat(row).containsEntry("status", "CANCELLED"));
        assertThat(store.outbox().waiting(0, 100, 1L << 30).getLast().changes()).hasSize(2);
    }

    private static Map<String, @Nullable Object> status() {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("status", "CANCELLED");
        return columns;
    }

    @Test
    void aTakenKeyIsSaidAndTheTransactionGoesOn() {
        UUID order = new UUID(4, 1);
        write(
                () -> {
                    assertThatThrownBy(
                                    () ->
                                            store.syncedRows()
                                                    .insert(
                                                            "ticket_order",
                                                            Wire.order(scope, order, "O0")))
                            .isInstanceOf(Rows.Taken.class);
                    assertThatThrownBy(
                                    () ->
                                            store.syncedRows()
                                                    .insert(
                                                            "ticket",
                                                            Wire.ticket(scope, FIRST, order, "x")))
                            .isInstanceOf(Rows.Taken.class);
                    store.syncedRows().insert("ticket_order", Wire.order(scope, order, "free"));
                    return true;
                });
        assertThat(store.transactions().read(() -> store.syncedRows().row("ticket_order", order)))
                .isPresent();
    }
}

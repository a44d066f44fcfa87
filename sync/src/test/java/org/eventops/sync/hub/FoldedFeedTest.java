package org.eventops.sync.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.Receipt.Outcome;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.RowHash;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.FeedTransaction.Entry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever two consoles do to the same few rows, the feed folds to what the hub holds. */
class FoldedFeedTest {
    private static final HubWorld WORLD = new HubWorld();
    private static final Console A = WORLD.console("a", "admin");
    private static final Console B = WORLD.console("b", "organizer");
    private static final int ROUNDS = 40;
    private static final int FEW = 6;

    private final UUID event = Changes.key();
    private final UUID list = Changes.key();
    private final UUID order = Changes.key();
    private final List<RowChange> made = new ArrayList<>();
    private final Map<String, Map<UUID, Map<String, @Nullable Object>>> rows = new HashMap<>();

    @AfterAll
    static void close() {
        A.close();
        B.close();
        WORLD.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void foldsToWhatTheHubHolds(long seed) throws Exception {
        Random random = new Random(seed);
        A.push(
                Changes.event(event, "fold-" + seed),
                Changes.list(event, list, "Entrada", false, random.nextBoolean()),
                Changes.order(event, order, "O"));
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        for (int round = 0; round < ROUNDS; round++) {
            Console console = random.nextBoolean() ? A : B;
            List<LocalMutation> batch = new ArrayList<>();
            for (int i = random.nextInt(5); i >= 0; i--) {
                List<RowChange> changes = new ArrayList<>();
                for (int j = random.nextInt(3); j >= 0; j--) {
                    changes.add(any(random));
                }
                batch.add(
                        console.mutation(
                                Console.later().plusMillis(random.nextInt(20)),
                                changes.toArray(RowChange[]::new)));
            }
            console.send(batch).stream().map(Receipt::outcome).forEach(outcomes::add);
        }
        assertThat(outcomes).containsAll(EnumSet.allOf(Outcome.class));
        A.feed(event).forEach(this::fold);
        Map<String, ContentHash> held = A.hub.hashes(event);
        for (SyncedTables.Table table : SyncedTables.inOrder()) {
            ContentHash sum = ContentHash.NONE;
            for (Map<String, @Nullable Object> row :
                    rows.getOrDefault(table.name(), Map.of()).values()) {
                sum = sum.plus(RowHash.of(table, row));
            }
            assertThat(sum).as(table.name()).isEqualTo(held.get(table.name()));
        }
    }

    private RowChange any(Random random) {
        String few = "n" + random.nextInt(FEW);
        String word = "w" + random.nextInt(FEW);
        if (made.isEmpty() || random.nextInt(3) == 0) {
            RowChange change =
                    switch (random.nextInt(3)) {
                        case 0 -> Changes.gate(event, Changes.key(), few, word);
                        case 1 -> Changes.product(event, Changes.key(), few, word, 5);
                        default -> Changes.ticket(event, order, Changes.key(), few, word);
                    };
            made.add(change);
            return change;
        }
        RowChange known = made.get(random.nextInt(made.size()));
        return switch (random.nextInt(6)) {
            case 0 -> Changes.delete(known);
            case 1 -> known;
            case 2 ->
                    Changes.update(
                            known.table(),
                            event,
                            known.key(),
                            known.table().equals("ticket") ? "code" : "name_key",
                            "n" + random.nextInt(FEW),
                            few);
            case 3 -> scanned(known, random);
            default ->
                    Changes.update(
                            known.table(),
                            event,
                            known.key(),
                            "name",
                            "w" + random.nextInt(FEW),
                            word);
        };
    }

    /** An entry, an exit or an undo of one of them; of no ticket it is rejected. */
    private RowChange scanned(RowChange known, Random random) {
        if (known.table().equals("scan")) {
            return Changes.undo(event, Changes.key(), known.key());
        }
        boolean in = random.nextInt(4) > 0;
        RowChange scan =
                Changes.scan(
                        event,
                        list,
                        known.key(),
                        Changes.key(),
                        in ? "ENTRY" : "EXIT",
                        in ? "ADMITTED" : "EXITED");
        made.add(scan);
        return scan;
    }

    private void fold(FeedTransaction transaction) {
        for (Entry entry : transaction.entries()) {
            Map<UUID, Map<String, @Nullable Object>> table =
                    rows.computeIfAbsent(entry.table(), each -> new HashMap<>());
            Map<String, @Nullable Object> row = table.get(entry.key());
            switch (entry.op()) {
                case ROW -> table.put(entry.key(), new HashMap<>(entry.columns()));
                case GONE -> table.remove(entry.key());
                case ALIAS -> rekey(entry);
                case FIELDS -> {
                    if (row != null) {
                        row.putAll(entry.columns());
                    }
                }
            }
        }
    }

    private void rekey(Entry entry) {
        rows.getOrDefault(entry.table(), Map.of()).remove(entry.key());
        for (SyncedTables.Table other : SyncedTables.inOrder()) {
            other.references()
                    .forEach(
                            (column, to) -> {
                                if (to.equals(entry.table())) {
                                    rows.getOrDefault(other.name(), Map.of())
                                            .values()
                                            .forEach(
                                                    row ->
                                                            row.replace(
                                                                    column,
                                                                    entry.key(),
                                                                    entry.columns().get("id")));
                                }
                            });
        }
    }
}

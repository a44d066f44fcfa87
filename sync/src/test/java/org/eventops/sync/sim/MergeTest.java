package org.eventops.sync.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.Receipt;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.RowChange.Op;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.jspecify.annotations.Nullable;

/** What merging promises, whatever arrives in whatever order. */
class MergeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final UUID EVENT = new UUID(7, 7);
    private static final UUID PRODUCT = new UUID(7, 8);

    /** One console's edit of the product as it was at first. */
    record Edit(int device, int second, boolean price) {}

    @Property(tries = 300)
    void endsTheSameInWhateverOrderEditsArrive(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(max = 59) Integer> seconds,
            @ForAll long shuffle)
            throws HubProblem {
        List<Edit> edits = edits(seconds);
        Map<String, @Nullable Object> inOrder = new Bench().all(edits);
        List<Edit> shuffled = new ArrayList<>(edits);
        Collections.shuffle(shuffled, new Random(shuffle));
        assertThat(new Bench().all(shuffled)).isEqualTo(inOrder);
    }

    @Property(tries = 200)
    void answersTheSameHoweverOftenItIsAsked(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 59) Integer> seconds)
            throws HubProblem {
        Bench bench = new Bench();
        List<Edit> edits = edits(seconds);
        bench.all(edits);
        long entries = bench.entries();
        List<Receipt> first = List.copyOf(bench.receipts);
        bench.receipts.clear();
        bench.all(edits);
        assertThat(bench.receipts).isEqualTo(first);
        assertThat(bench.entries()).isEqualTo(entries);
    }

    @Property(tries = 300)
    void losesNoValueWithoutAConflictThatHoldsIt(
            @ForAll @Size(min = 2, max = 6) List<@IntRange(max = 59) Integer> seconds,
            @ForAll long shuffle)
            throws HubProblem {
        Bench bench = new Bench();
        List<Edit> edits = new ArrayList<>(edits(seconds));
        Collections.shuffle(edits, new Random(shuffle));
        Map<String, @Nullable Object> row = bench.all(edits);
        List<String> losers = bench.losers();
        for (Edit edit : edits) {
            Object value = value(edit);
            boolean stands = value.equals(row.get(column(edit)));
            assertThat(stands || losers.contains(value.toString())).as("%s", edit).isTrue();
        }
    }

    private static List<Edit> edits(List<Integer> seconds) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < seconds.size(); i++) {
            edits.add(new Edit(i, seconds.get(i), seconds.get(i) % 2 == 0));
        }
        return edits;
    }

    private static String column(Edit edit) {
        return edit.price() ? "price" : "name";
    }

    private static Object value(Edit edit) {
        return edit.price() ? (Object) (100L + edit.device()) : "name " + edit.device();
    }

    /** A hub with one product. */
    private static final class Bench {
        private final Random random = new Random(1);
        private final ModelHub hub =
                new ModelHub(
                        () -> new UUID(random.nextLong(), random.nextLong()),
                        () -> NOW,
                        EnumSet.noneOf(Bug.class),
                        new HubAudit());
        final List<Receipt> receipts = new ArrayList<>();

        Bench() throws HubProblem {
            push(
                    99,
                    NOW.minusSeconds(100),
                    List.of(
                            change("event", EVENT, Op.INSERT, "id", null, EVENT, "slug", "gala"),
                            change(
                                    "product", PRODUCT, Op.INSERT, "id", null, PRODUCT, "name",
                                    "first")));
            receipts.clear();
        }

        private static RowChange change(
                String table,
                UUID key,
                Op op,
                String column,
                @Nullable Object before,
                Object after,
                String other,
                Object value) {
            List<RowChange.Column> columns = new ArrayList<>();
            columns.add(new RowChange.Column(column, before, after));
            columns.add(new RowChange.Column("tenant", null, ModelHub.TENANT));
            columns.add(new RowChange.Column("scope", null, EVENT));
            columns.add(new RowChange.Column(other, null, value));
            if (table.equals("product")) {
                columns.add(new RowChange.Column("name_key", null, "key"));
                columns.add(new RowChange.Column("price", null, 1L));
            }
            return new RowChange(table, EVENT, op, key, columns);
        }

        Map<String, @Nullable Object> all(List<Edit> edits) throws HubProblem {
            for (Edit edit : edits) {
                Object before = edit.price() ? (Object) 1L : "first";
                RowChange.Column column = new RowChange.Column(column(edit), before, value(edit));
                push(
                        edit.device(),
                        NOW.minusSeconds(60 - edit.second()),
                        List.of(
                                new RowChange(
                                        "product", EVENT, Op.UPDATE, PRODUCT, List.of(column))));
            }
            return Objects.requireNonNull(hub.state().rows.get(new Key("product", PRODUCT)));
        }

        private void push(int number, Instant at, List<RowChange> changes) throws HubProblem {
            UUID device = new UUID(1, number);
            hub.device(device, "admin", null, false);
            LocalMutation mutation = new LocalMutation(1, new UUID(2, number), at, changes, false);
            try (Hub line = hub.connect(device)) {
                receipts.addAll(line.push(new Hub.Sender(device, device), List.of(mutation)));
            }
        }

        long entries() {
            return Objects.requireNonNull(hub.state().scopes.get(EVENT)).seq;
        }

        List<String> losers() {
            return hub.state().rows.entrySet().stream()
                    .filter(row -> row.getKey().table().equals("conflict"))
                    .map(row -> String.valueOf(row.getValue().get("loser")))
                    .toList();
        }
    }
}

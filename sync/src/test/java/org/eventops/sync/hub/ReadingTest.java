package org.eventops.sync.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eventops.domain.change.replica.ContentHash;
import org.eventops.domain.change.replica.Cursor;
import org.eventops.domain.change.replica.Receipt.Outcome;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.RowHash;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.sync.engine.FeedTransaction;
import org.eventops.sync.engine.Hub;
import org.eventops.sync.engine.HubProblem;
import org.eventops.sync.engine.HubProblem.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** First load, hashes and feed, as consoles read them. */
class ReadingTest {
    private static final HubWorld WORLD = new HubWorld();
    private static final Console A = WORLD.console("oficina", "admin");
    private static final Random RANDOM = new Random(20261121);

    @AfterAll
    static void close() {
        A.close();
        WORLD.close();
    }

    @Test
    void hasTheTablesThatAreSyncedWithTheSameColumns() {
        for (SyncedTables.Table table : SyncedTables.inOrder()) {
            String columns =
                    table.columns().stream()
                            .map(each -> each.name() + ":" + each.type() + each.optional())
                            .collect(Collectors.joining(" "));
            assertThat(
                            WORLD.asked(
                                    """
                                    SELECT string_agg(a.attname || ':' || CASE
                                        WHEN a.atttypid = 'sync.moment'::regtype THEN 'TIME'
                                        ELSE CASE a.atttypid::regtype::text WHEN 'uuid' THEN 'UUID'
                                            WHEN 'integer' THEN 'INT' WHEN 'bigint' THEN 'LONG'
                                            WHEN 'boolean' THEN 'BOOL' WHEN 'numeric' THEN 'DECIMAL'
                                            ELSE 'TEXT' END END
                                        || NOT a.attnotnull, ' ' ORDER BY a.attnum)
                                    FROM pg_attribute a WHERE a.attrelid = 'sync.%s'::regclass
                                        AND a.attnum > 0 AND a.attname !~ '^sync_'
                                    """
                                            .formatted(table.name())))
                    .isEqualTo(columns);
            assertThat(
                            WORLD.asked(
                                    "SELECT kind || ' ' || natural_key::text || ' ' || refs FROM"
                                            + " sync.tables() WHERE name = '"
                                            + table.name()
                                            + "'"))
                    .startsWith(table.kind() + " {" + String.join(",", table.naturalKey()) + "} ")
                    .satisfies(
                            it ->
                                    table.references()
                                            .forEach(
                                                    (column, to) ->
                                                            assertThat(it)
                                                                    .contains(
                                                                            "\"%s\": \"%s\""
                                                                                    .formatted(
                                                                                            column,
                                                                                            to))));
        }
    }

    @Test
    void loadsWhatWasPushedInChunksAndHashesItAsJavaDoes() throws Exception {
        UUID event = Changes.key();
        A.push(Changes.event(event, "carga"));
        Map<UUID, Map<String, @Nullable Object>> sent = new HashMap<>();
        List<RowChange> changes = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            UUID id = Changes.key();
            Map<String, @Nullable Object> row = randomProduct(event, id, i);
            sent.put(id, row);
            changes.add(
                    new RowChange(
                            "product",
                            event,
                            RowChange.Op.INSERT,
                            id,
                            row.entrySet().stream()
                                    .map(e -> new RowChange.Column(e.getKey(), null, e.getValue()))
                                    .toList()));
        }
        assertThat(A.push(changes.toArray(RowChange[]::new)).outcome()).isEqualTo(Outcome.APPLIED);

        Map<UUID, Map<String, @Nullable Object>> loaded = new HashMap<>();
        UUID after = null;
        Hub.Chunk chunk;
        do {
            chunk = A.hub.load(event, "product", after, 50);
            chunk.rows("product").forEach(row -> loaded.put((UUID) row.get("id"), row));
            after = (UUID) chunk.rows("product").getLast().get("id");
            assertThat(chunk.clock()).isEqualTo(121);
            assertThat(chunk.mark()).isEqualTo(A.last(event).mark());
        } while (chunk.more());
        assertThat(loaded).hasSize(120);
        loaded.forEach((id, row) -> assertThat(canonical(row)).isEqualTo(canonical(sent.get(id))));

        ContentHash expected = ContentHash.NONE;
        for (Map<String, @Nullable Object> row : loaded.values()) {
            expected = expected.plus(RowHash.of(SyncedTables.of("product"), row));
        }
        Map<String, ContentHash> hashes = A.hub.hashes(event);
        assertThat(hashes)
                .containsEntry("product", expected)
                .hasSize(SyncedTables.inOrder().size());
        assertThat(hashes.get("scan")).isEqualTo(ContentHash.NONE);
        assertThat(foldedProducts(event)).isEqualTo(expected);
    }

    /** The feed, folded, comes to the same rows as the load. */
    private static ContentHash foldedProducts(UUID event) {
        ContentHash sum = ContentHash.NONE;
        for (FeedTransaction each : A.feed(event)) {
            for (FeedTransaction.Entry entry : each.entries()) {
                if (entry.table().equals("product")) {
                    sum = sum.plus(RowHash.of(SyncedTables.of("product"), entry.columns()));
                }
            }
        }
        return sum;
    }

    private static Map<String, String> canonical(@Nullable Map<String, @Nullable Object> row) {
        Map<String, String> texts = new HashMap<>();
        if (row != null) {
            row.forEach(
                    (name, value) -> {
                        if (value != null) {
                            texts.put(name, RowHash.canonical(value));
                        }
                    });
        }
        return texts;
    }

    private static Map<String, @Nullable Object> randomProduct(UUID event, UUID id, int i) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", id);
        row.put("tenant", WORLD.tenant().id());
        row.put("scope", event);
        row.put("name_key", "p" + i);
        row.put("name", word());
        row.put("price", RANDOM.nextLong(-1_000_000_000_000L, 1_000_000_000_000L));
        row.put("currency", "MXN");
        row.put("addon_of", "[\"" + i + "\"]");
        maybe(row, "quantity", RANDOM.nextInt());
        maybe(row, "sale_starts", time());
        maybe(row, "early_until", time());
        maybe(row, "group_percent", decimal());
        return row;
    }

    private static void maybe(Map<String, @Nullable Object> row, String name, Object value) {
        if (RANDOM.nextBoolean()) {
            row.put(name, value);
        }
    }

    private static OffsetDateTime time() {
        return OffsetDateTime.of(
                RANDOM.nextInt(1, 9999),
                2,
                28,
                23,
                59,
                59,
                RANDOM.nextInt(1_000_000) * 1000,
                ZoneOffset.UTC);
    }

    private static BigDecimal decimal() {
        return new BigDecimal(RANDOM.nextLong(-999_999_999_999L, 999_999_999_999L) + "e-6");
    }

    private static String word() {
        StringBuilder word = new StringBuilder();
        for (int i = RANDOM.nextInt(40); i >= 0; i--) {
            int point = RANDOM.nextInt(1, 0x2_0000);
            word.appendCodePoint(point >= 0xD800 && point < 0xE000 ? 'ñ' : point);
        }
        return word.toString();
    }

    @Test
    void saysWhenTheFeedIsNotTheOneThatWasFollowed() {
        UUID event = Changes.key();
        A.push(Changes.event(event, "otra"));
        A.push(Changes.gate(event, Changes.key(), "n", "Norte"));
        UUID mark = A.last(event).mark();
        assertThat(kind(new Cursor(event, 1, 2, UUID.randomUUID(), null))).isEqualTo(Kind.STRANGER);
        assertThat(kind(new Cursor(event, 1, 3, mark, null))).isEqualTo(Kind.STRANGER);
        assertThat(kind(new Cursor(event, 2, 2, mark, null))).isEqualTo(Kind.STRANGER);
        assertThat(kind(new Cursor(event, 1, 2, mark, null))).isNull();
        assertThat(kind(new Cursor(event, 7, 0, null, null))).isNull();
        WORLD.asked("SELECT sync.bump_epoch('" + WORLD.tenant().id() + "')");
        try {
            assertThat(kind(new Cursor(event, 1, 2, mark, null))).isEqualTo(Kind.STRANGER);
            UUID later = Changes.key();
            A.push(Changes.event(later, "posterior"));
            long epoch = epoch(event);
            assertThat(epoch).isGreaterThan(1).isEqualTo(epoch(later));
            assertThat(kind(new Cursor(event, epoch, 2, mark, null))).isNull();
        } finally {
            WORLD.asked("UPDATE sync.scope_clock SET epoch = 1");
        }
    }

    private static long epoch(UUID scope) {
        return Long.parseLong(
                WORLD.asked("SELECT epoch FROM sync.scope_clock WHERE scope = '" + scope + "'"));
    }

    @Test
    void forgetsAFeedThatIsOlderThanItIsKept() {
        UUID event = Changes.key();
        A.push(Changes.event(event, "vieja"));
        A.push(Changes.gate(event, Changes.key(), "n", "Norte"));
        UUID early = A.feed(event).getFirst().mark();
        UUID late = A.last(event).mark();
        WORLD.asked(
                "UPDATE sync.change_log SET written = now() - interval '40 days' WHERE scope = '"
                        + event
                        + "'");
        A.push(Changes.gate(event, Changes.key(), "s", "Sur"));
        assertThat(WORLD.asked("SELECT sync.trim_feed('" + WORLD.tenant().id() + "', 30)"))
                .isEqualTo("1");
        assertThat(kind(new Cursor(event, 1, 0, null, null))).isEqualTo(Kind.TOO_FAR_BEHIND);
        assertThat(kind(new Cursor(event, 1, 1, early, null))).isEqualTo(Kind.TOO_FAR_BEHIND);
        assertThat(kind(new Cursor(event, 1, 2, late, null))).isNull();
    }

    @Test
    void cutsTheFeedAtTheFirstHelloOfTheDayFromAnOffice() throws Exception {
        UUID event = Changes.key();
        A.push(Changes.event(event, "diaria"));
        A.push(Changes.gate(event, Changes.key(), "n", "Norte"));
        WORLD.asked(
                "UPDATE sync.change_log SET written = now() - interval '40 days' WHERE scope = '"
                        + event
                        + "'");
        A.hub.hello(new Hub.Hello(Hub.PROTOCOL, "tests", null));
        assertThat(kind(new Cursor(event, 1, 0, null, null))).isNull();
        WORLD.asked("UPDATE sync.tenant SET trimmed_at = now() - interval '25 hours'");
        A.hub.hello(new Hub.Hello(Hub.PROTOCOL, "tests", null));
        assertThat(kind(new Cursor(event, 1, 0, null, null))).isEqualTo(Kind.TOO_FAR_BEHIND);
    }

    @Test
    void neverCutsATransaction() throws Exception {
        UUID event = Changes.key();
        A.push(Changes.event(event, "corte"));
        RowChange[] gates = new RowChange[30];
        for (int i = 0; i < gates.length; i++) {
            gates[i] = Changes.gate(event, Changes.key(), "g" + i, "Puerta " + i);
        }
        A.push(gates);
        A.push(Changes.gate(event, Changes.key(), "z", "Zona"));
        List<FeedTransaction> some = A.hub.pull(new Cursor(event, 1, 0, null, null), 5);
        assertThat(some).hasSize(2);
        assertThat(some.getLast().entries()).hasSize(30);
        assertThat(some.getLast().lastSeq()).isEqualTo(31);
    }

    private static @Nullable Kind kind(Cursor cursor) {
        HubProblem problem = catchThrowableOfType(HubProblem.class, () -> A.hub.pull(cursor, 100));
        return problem == null ? null : problem.kind();
    }
}

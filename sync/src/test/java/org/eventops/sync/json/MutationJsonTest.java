package org.eventops.sync.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eventops.domain.change.replica.LocalMutation;
import org.eventops.domain.change.replica.RowChange;
import org.eventops.domain.change.replica.SyncedTables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MutationJsonTest {
    @Property(tries = 200)
    void aMutationComesBackAsItWas(@ForAll long seed) throws IOException {
        LocalMutation mutation = mutation(new Random(seed));
        byte[] bytes = MutationJson.bytes(mutation);
        LocalMutation back = MutationJson.mutation(bytes);
        assertThat(back).isEqualTo(mutation);
        assertThat(MutationJson.bytes(back)).isEqualTo(bytes);
        assertThat(MutationJson.changes(MutationJson.bytes(mutation.changes())))
                .isEqualTo(mutation.changes());
    }

    @Test
    void whatIsNoMutationIsRefused() {
        for (String text :
                List.of(
                        "",
                        "[]",
                        "{}",
                        "{\"n\":1,\"id\":\"x\",\"at\":\"2026-01-01T00:00:00Z\"}",
                        "{\"n\":1,\"id\":\"00000000-0000-0000-0000-000000000001\",\"at\":\"now\"}")) {
            assertThatThrownBy(() -> MutationJson.mutation(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aColumnOfALaterProgramIsKept() throws IOException {
        String text =
                "[{\"t\":\"gate\",\"s\":\"00000000-0000-0000-0000-000000000001\",\"o\":\"U\","
                        + "\"k\":\"00000000-0000-0000-0000-000000000002\","
                        + "\"c\":{\"colour\":[null,\"red\"],\"width\":[1,2]}}]";
        assertThat(MutationJson.changes(text.getBytes(StandardCharsets.UTF_8)).getFirst().columns())
                .containsExactly(
                        new RowChange.Column("colour", null, "red"),
                        new RowChange.Column("width", 1L, 2L));
    }

    private static LocalMutation mutation(Random random) {
        List<RowChange> changes = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            changes.add(change(random));
        }
        Instant at = Instant.ofEpochSecond(1_700_000_000, random.nextInt(1_000_000) * 1000L);
        return new LocalMutation(random.nextInt(1000), uuid(random), at, changes, false);
    }

    private static RowChange change(Random random) {
        List<SyncedTables.Table> tables = SyncedTables.inOrder();
        SyncedTables.Table table = tables.get(random.nextInt(tables.size()));
        List<RowChange.Column> columns = new ArrayList<>();
        for (SyncedTables.Column column : table.columns()) {
            columns.add(
                    new RowChange.Column(
                            column.name(), value(column, random), value(column, random)));
        }
        RowChange.Op op = List.of(RowChange.Op.values()).get(random.nextInt(3));
        return new RowChange(table.name(), uuid(random), op, uuid(random), columns);
    }

    private static @Nullable Object value(SyncedTables.Column column, Random random) {
        if (random.nextInt(4) == 0) {
            return null;
        }
        return switch (column.type()) {
            case TEXT -> "ñ\"\\ \u2028 😀 " + random.nextInt();
            case UUID -> uuid(random);
            case INT -> random.nextInt();
            case LONG -> random.nextLong();
            case BOOL -> random.nextBoolean();
            case TIME ->
                    Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1000L)
                            .atOffset(ZoneOffset.UTC);
            case DECIMAL -> new BigDecimal(random.nextInt(1, 9999) * 10 + 1).movePointLeft(3);
        };
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}

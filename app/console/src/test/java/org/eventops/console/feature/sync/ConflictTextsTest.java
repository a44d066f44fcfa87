package org.eventops.console.feature.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.eventops.domain.change.replica.SyncedTables;
import org.eventops.domain.sync.Choice;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.Conflict.Kind;
import org.eventops.domain.sync.Conflict.Side;
import org.eventops.domain.sync.ConflictCase;
import org.eventops.domain.sync.SideReader;
import org.eventops.resources.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConflictTextsTest {
    private static final Instant AT = Instant.parse("2026-11-21T20:00:00Z");

    private final ConflictTexts texts = new ConflictTexts(Texts.of(Locale.ENGLISH), ZoneOffset.UTC);

    private static ConflictCase about(
            Kind kind,
            @Nullable String label,
            String table,
            @Nullable String field,
            @Nullable String loser) {
        Conflict conflict =
                new Conflict(
                        new UUID(1, 1),
                        new UUID(1, 2),
                        kind,
                        label,
                        table,
                        new UUID(1, 3),
                        field,
                        new Side(loser, "Door A", AT),
                        new Side(null, "Office", AT),
                        AT,
                        null,
                        null,
                        null);
        return new ConflictCase(
                conflict,
                Choice.LOSER,
                SideReader.loser(conflict),
                SideReader.winner(conflict),
                label,
                "Gala",
                ZoneId.of("America/Bogota"),
                "COP",
                null);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindHasATitleAMeaningAndAWayOut(Kind kind) {
        for (String label : new String[] {"Name", null}) {
            ConflictCase each = about(kind, label, "gate", "name", "null");
            assertThat(texts.title(each)).isNotBlank().doesNotContain("null", "{");
            assertThat(texts.meaning(each)).isNotBlank();
            assertThat(java.util.Arrays.stream(Choice.values()))
                    .anyMatch(choice -> texts.take(each, choice).isPresent());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "product, price, 12000000, '120,000.00\u00a0COP'",
        "product, quantity, 1500, '1,500'",
        "ticket, blocked, true, Yes",
        "ticket, status, '\"CANCELED\"', cancelled",
        "ticket_order, status, '\"PAID\"', Paid",
        "person, role, '\"DOOR_STEWARD\"', door steward",
        "status_change, to_status, '\"ON_SALE\"', On sale",
        "ticket, name, '\"VALID\"', VALID",
        "ticket, note, '\"\"', (empty)",
        "ticket, note, null, (empty)",
        "event, status, '\"ON_SALE\"', On sale",
        "event, tax_rate, '\"0.19\"', 0.19",
        "event, starts, '\"2026-11-21T00:30:00.000000Z\"', 'Nov 20, 2026, 7:30\u202fPM'",
        "question, choices, '\"S\\nM\\nL\\n\"', 'S, M, L'",
        "ticket, answers, '\"size\\tM\\n\"', 'size: M'"
    })
    void saysValuesAsAPersonWould(String table, String field, String json, String said) {
        assertThat(texts.lines(about(Kind.FIELD, "X", table, field, json), Choice.LOSER))
                .containsExactly(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "en"})
    void everySyncedTableAndColumnHasAWord(String language) {
        Texts all = Texts.of(Locale.of(language));
        for (SyncedTables.Table table : SyncedTables.inOrder()) {
            assertThat(all.has("sync.table." + table.name())).as(table.name()).isTrue();
            if (!table.name().equals("conflict")) {
                table.columns().stream()
                        .map(SyncedTables.Column::name)
                        .filter(name -> !name.matches("id|tenant|scope"))
                        .forEach(
                                name ->
                                        assertThat(all.has("sync.field." + name))
                                                .as("sync.field.%s", name)
                                                .isTrue());
            }
        }
    }
}

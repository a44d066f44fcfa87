package org.eventops.console.feature.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eventops.domain.access.Role;
import org.eventops.domain.badge.PrintProblem;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventStatus;
import org.eventops.domain.privacy.Part;
import org.eventops.domain.privacy.PersonalRow;
import org.eventops.domain.sync.Choice;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.ticketing.Approval;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.TicketStatus;
import org.eventops.resources.Texts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PersonalWordsTest {
    private static final Instant AT = Instant.parse("2026-11-21T20:00:00Z");

    private final PersonalWords english =
            new PersonalWords(Texts.of(Locale.ENGLISH), ZoneOffset.UTC);
    private final PersonalWords spanish =
            new PersonalWords(Texts.of(Locale.of("es")), ZoneOffset.UTC);

    private static PersonalRow row(Part part, @Nullable Object... columnsAndValues) {
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            columns.put(String.valueOf(columnsAndValues[i]), columnsAndValues[i + 1]);
        }
        return new PersonalRow(part, new UUID(1, 1), new UUID(1, 2), columns);
    }

    static Stream<Arguments> values() {
        return Stream.of(
                        all(Part.TICKET, "status", TicketStatus.values()),
                        all(Part.ORDER, "status", OrderStatus.values()),
                        all(Part.ORDER, "approval", Approval.values()),
                        all(Part.SCAN, "kind", ScanKind.values()),
                        all(Part.WORK_SCAN, "verdict", Verdict.values()),
                        all(Part.BADGE, "problem", PrintProblem.Kind.values()),
                        all(Part.CONFLICT, "kind", Conflict.Kind.values()),
                        all(Part.CONFLICT, "taken", Choice.values()),
                        all(Part.PERSON, "role", Role.values()),
                        all(Part.WORK_STATUS, "from_status", EventStatus.values()))
                .flatMap(each -> each);
    }

    private static Stream<Arguments> all(Part part, String column, Enum<?>... values) {
        return Stream.of(values).map(each -> Arguments.of(part, column, each.name()));
    }

    @ParameterizedTest
    @MethodSource("values")
    void everyValueHasAWordInBothLanguages(Part part, String column, String value) {
        PersonalRow row = row(part, column, value);
        assertThat(english.details(row)).isNotBlank().doesNotContain(value);
        assertThat(spanish.details(row)).isNotBlank().doesNotContain(value);
    }

    @ParameterizedTest
    @EnumSource(Part.class)
    void everyFieldHasANameInBothLanguages(Part part) {
        for (String column : part.columns()) {
            PersonalRow row = row(part, column, "2");
            assertThat(english.lines(row)).allSatisfy(line -> assertThat(line).contains(": "));
            assertThat(spanish.lines(row)).allSatisfy(line -> assertThat(line).contains(": "));
        }
    }

    @Test
    void aTicketIsSaidWithoutKeysAndWithItsMoney() {
        PersonalRow row =
                row(
                        Part.TICKET,
                        "code",
                        "T1",
                        "order_id",
                        new UUID(1, 3),
                        "email",
                        null,
                        "blocked",
                        true,
                        "attention",
                        false,
                        "answers",
                        Map.of("size", "M"),
                        "price",
                        1_000_000L,
                        "currency",
                        "COP");
        assertThat(english.details(row))
                .isEqualTo("T1 · blocked · answers to questions: size: M · 10,000.00\u00a0COP");
    }

    @Test
    void aConsentAndAMomentAreSaidAsAPersonWould() {
        PersonalRow row =
                row(Part.CONSENT, "purpose", "news", "given", false, "at", AT, "source", "form");
        assertThat(spanish.details(row))
                .startsWith("news · no acepta · 21 nov 2026")
                .endsWith("dónde lo dijo: form");
    }

    @Test
    void theSidesOfAConflictAreValuesAndNotJson() {
        PersonalRow row =
                row(
                        Part.CONFLICT,
                        "table_name",
                        "ticket_order",
                        "field",
                        "status",
                        "loser",
                        "\"PAID\"",
                        "winner",
                        "{\"email\":\"a@one.example\"}");
        assertThat(english.details(row))
                .contains("Order", "value that does not stand: Paid")
                .doesNotContain("PAID", "ticket_order", "{");
    }

    @Test
    void whatANewerProgramWroteIsSaidAsItStands() {
        assertThat(english.details(row(Part.ORDER, "status", "LENT"))).isEqualTo("LENT");
    }
}

package org.eventops.launcher.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eventops.domain.exchange.ImportReport;
import org.eventops.domain.exchange.Rejection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventFileTest {
    @TempDir Path folder;

    private static final String RICH =
            """
            {"eventops": 1,
             "event": {"slug": "serie-2027", "name": "Serie \\"uno\\"", "type": "concert",
               "status": "on_sale", "timezone": "Asia/Kathmandu", "currency": "BHD",
               "city": "Bogotá", "venue": "Teatro", "starts": "2027-03-12T20:00:00.123456Z",
               "ends": "2027-03-13T20:00:00Z", "admission": "2027-03-12T19:00:00Z",
               "capacity": 500, "description": "two\\nlines · 漢字", "visibility": "public",
               "tier": "local", "dates": [
                 {"key": "sat", "starts": "2027-03-13T20:00:00Z", "ends": "2027-03-13T22:00:00Z"},
                 {"key": "fri", "starts": "2027-03-12T20:00:00Z", "ends": "2027-03-12T22:00:00Z",
                  "admission": "2027-03-12T19:30:00Z"}]},
             "tax": {"name": "IVA", "rate": "19.50", "included": true},
             "products": [
               {"key": "general", "name": "General", "price": "12.345", "quantity": 400,
                "saleStarts": "2026-01-01T00:00:00Z", "saleEnds": "2027-01-01T00:00:00Z",
                "earlyBird": {"price": "9.000", "until": "2026-09-01T00:00:00Z"},
                "group": {"from": 10, "percentOff": "15"}, "minPerOrder": 1, "maxPerOrder": 20},
               {"key": "dinner", "name": "Dinner", "price": "8.000", "addonOf": ["general"]}],
             "promos": [{"code": "AMIGOS", "percentOff": "10.0"},
               {"code": "PRENSA", "amountOff": "3.000", "maxUses": 50, "products": ["general"],
                "until": "2027-01-01T00:00:00Z"}],
             "questions": [{"key": "size", "label": "Talla", "type": "choice", "required": true,
               "askAtCheckin": true, "products": ["general"], "choices": ["S", "M, L"]}],
             "gates": [{"key": "north", "name": "Norte"}, {"key": "east", "name": "Este"}],
             "lists": [{"name": "Main", "products": ["general", "dinner"], "includePending": true,
               "rules": {"and": [{"<=": [{"var": "entries_today"}, 3]},
                 {"isAfter": [{"var": "now"}, {"buildTime": ["date_admission"]}, 10.50]}]},
               "gates": ["north"], "date": "fri"}, {"name": "All", "products": "*"}],
             "orders": [{"code": "B", "status": "pending", "approval": "outstanding",
                 "validWhilePending": true, "tickets": []},
               {"code": "A", "status": "paid", "email": "ana@example.com",
                "placed": "2026-08-01T10:00:00-05:00", "promo": "AMIGOS", "locale": "es",
                "tickets": [
                 {"code": "t-add", "product": "dinner", "addonTo": "t1"},
                 {"code": "t1", "product": "general", "date": "fri", "blocked": true,
                  "validFrom": "2027-03-12T00:00:00Z", "validUntil": "2027-03-14T00:00:00Z",
                  "attention": true, "note": "línea\\notra", "answers": {"size": "M, L"},
                  "attendee": {"name": "=cmd|x", "email": "a@example.com", "phone": "+57 300",
                               "company": "Ñandú \\\\ co"}, "price": "1.500"}]}],
             "revoked": ["z", "a"],
             "keys": [{"id": "2", "public": "QUJD"}, {"id": "1", "public": "QUJD",
                       "retired": "2026-01-01T00:00:00Z"}],
             "scans": [
               {"id": "018f0000-0000-7000-8000-000000000002", "list": "Main", "ticket": "t1",
                "kind": "entry", "at": "2027-03-12T20:01:00Z", "gate": "north", "device": "d",
                "operator": "o", "override": "why", "undone": "2027-03-12T20:02:00Z"},
               {"id": "018f0000-0000-7000-8000-000000000001", "list": "Main", "code": "nobody",
                "kind": "entry", "verdict": "UNKNOWN_TICKET", "at": "2027-03-12T20:03:00Z"}]}
            """;

    @Test
    void comesBackByteForByteThroughAnEmptyStore() throws IOException {
        String first;
        try (Desk desk = Desk.empty(Files.createDirectory(folder.resolve("one")))) {
            ImportReport report = desk.bring("rich.json", RICH);
            assertThat(report.rejected()).isEmpty();
            first = desk.exported("serie-2027");
            ImportReport again = desk.bring("rich.json", RICH);
            assertThat(again.counts().created() + again.counts().updated()).isZero();
        }
        try (Desk other = Desk.empty(Files.createDirectory(folder.resolve("two")))) {
            assertThat(other.bring("first.json", first).rejected()).isEmpty();
            assertThat(other.exported("serie-2027")).isEqualTo(first);
        }
        assertThat(first)
                .contains("\"price\": \"12.345\"", "+05:45", "\"rate\": \"19.5\"", "\"M, L\"");
    }

    @Test
    void keepsWhatANewerFileDoesNotName() throws IOException {
        try (Desk desk = Desk.withGala(folder)) {
            String newer =
                    """
                    {"eventops": 1,
                     "event": {"slug": "gala", "name": "Gala nueva", "timezone": "America/Bogota",
                               "currency": "COP", "starts": "2026-11-20T19:00:00-05:00",
                               "ends": "2026-11-20T23:00:00-05:00"},
                     "orders": [{"code": "OLD1", "status": "canceled", "tickets": [
                        {"code": "old-code", "product": "vip", "note": null}]}]}
                    """;
            ImportReport report = desk.bring("newer.json", newer);
            assertThat(report.rejected()).isEmpty();
            assertThat(report.counts().updated()).isEqualTo(3);
            assertThat(desk.exported())
                    .contains("Gala nueva", "\"kept\"", "\"waiver\": \"true\"", "Ana Peña")
                    .contains("\"canceled\"", "\"dead\"", "\"key\": \"general\"");
        }
    }

    @Test
    void changesNothingWhenTheLastOrderIsBad() throws IOException {
        try (Desk desk = Desk.withGala(folder)) {
            String before = desk.exported();
            String bad =
                    before.replace("\"Gala\"", "\"Other\"")
                            .replace("\"status\": \"paid\"", "\"status\": \"payed\"");
            ImportReport report = desk.bring("bad.json", bad);
            assertThat(report.ok()).isFalse();
            assertThat(report.rejected().getFirst().path()).isEqualTo("$.orders[0].status");
            assertThat(desk.exported()).isEqualTo(before);
        }
    }

    @Test
    void aDryRunSaysWhatItWouldDoAndDoesNot() throws IOException {
        try (Desk desk = Desk.withGala(folder)) {
            String before = desk.exported();
            Path file = desk.file("dry.json", before.replace("\"Gala\"", "\"Other\""));
            ImportReport report = desk.run(Desk.request(file, true, false, null));
            assertThat(report.ok()).isTrue();
            assertThat(report.applied()).isFalse();
            assertThat(report.counts().updated()).isEqualTo(1);
            assertThat(desk.exported()).isEqualTo(before);
        }
    }

    /** A copy of an event under another slug did not admit anybody. */
    @Test
    void namesTheScansThatAreOfAnotherEvent() throws IOException {
        try (Desk desk = Desk.empty(folder)) {
            assertThat(desk.bring("rich.json", RICH).ok()).isTrue();
            String copy = RICH.replace("serie-2027", "serie-2028");
            for (boolean dryRun : new boolean[] {true, false}) {
                Path file = desk.file("copy.json", copy);
                ImportReport report = desk.run(Desk.request(file, dryRun, false, null));
                assertThat(report.ok()).isFalse();
                assertThat(report.rejected())
                        .extracting(Rejection::path)
                        .containsExactly("$.scans[0].id", "$.scans[1].id");
                assertThat(Desk.said(report)).allMatch(text -> text.contains("scans"));
            }
            assertThat(desk.bring("rich.json", RICH).counts().created()).isZero();
            String without = copy.substring(0, copy.indexOf(",\n \"scans\"")) + "}";
            assertThat(desk.bring("without.json", without).ok()).isTrue();
            String own =
                    copy.replace("7000-8000-000000000002", "7000-8000-00000000000a")
                            .replace("7000-8000-000000000001", "7000-8000-00000000000b");
            assertThat(desk.bring("own.json", own).counts().created()).isEqualTo(2);
        }
    }

    @Test
    void importsARuleItCannotUnderstandWithAWarning() throws IOException {
        try (Desk desk = Desk.withGala(folder)) {
            String file =
                    desk.exported()
                            .replace(
                                    "\"addonMatching\": false",
                                    "\"addonMatching\": false, \"rules\": {\"==\": [{\"var\": \"x\"}, 1]}");
            ImportReport report = desk.bring("rule.json", file);
            assertThat(report.ok()).isTrue();
            assertThat(report.warnings()).hasSize(1);
        }
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("\"name\": \"Gala\"", "\"name\": \"Gala\", \"foo\": 1", "$.event.foo"),
                damage("\"name\": \"Gala\"", "\"name\": 7", "$.event.name"),
                damage("\"name\": \"Gala\",", "", "$.event.name"),
                damage("\"name\": \"Gala\"", "\"name\": \"  \"", "$.event.name"),
                damage("\"name\": \"Gala\"", "\"name\": \"a\\u0007b\"", "$.event.name"),
                damage("\"name\": \"Gala\"", "\"name\": \"a\\ud800b\"", "$.event.name"),
                damage(
                        "\"name\": \"Gala\"",
                        "\"name\": \"" + "x".repeat(1001) + "\"",
                        "$.event.name"),
                damage("\"slug\": \"gala\"", "\"slug\": \"Gala!\"", "$.event.slug"),
                damage("2026-11-20T19:00:00-05:00", "2026-11-20T19:00:00", "$.event.starts"),
                damage("2026-11-20T19:00:00-05:00", "2026-02-30T19:00:00Z", "$.event.starts"),
                damage(
                        "2026-11-20T23:00:00-05:00",
                        "+999999999-11-20T23:00:00-05:00",
                        "$.event.ends"),
                damage("2026-11-20T23:00:00-05:00", "2025-11-20T23:00:00Z", "$.event.ends"),
                damage("America/Bogota", "America/Nowhere", "$.event.timezone"),
                damage("\"COP\"", "\"PESOS\"", "$.event.currency"),
                damage("\"COP\"", "\"USD\"", "$.event.currency"),
                damage("120000.00", "12.345", "$.products[0].price"),
                damage("120000.00", "-1.00", "$.products[0].price"),
                damage("\"120000.00\"", "120000", "$.products[0].price"),
                damage("\"key\": \"vip\"", "\"key\": \"general\"", "$.products[1].key"),
                damage("\"products\": [\"*\"]", "\"products\": [\"nope\"]", "$.lists[0].products"),
                damage(
                        "\"products\": [\"*\"]",
                        "\"rules\": 5, \"products\": []",
                        "$.lists[0].rules"),
                damage(
                        "\"products\": [\"*\"]",
                        "\"gates\": [\"x\"], \"products\": []",
                        "$.lists[0].gates"),
                damage(
                        "\"products\": [\"*\"]",
                        "\"date\": \"fri\", \"products\": []",
                        "$.lists[0].date"),
                damage("\"status\": \"paid\"", "\"status\": \"free\"", "$.orders[0].status"),
                damage(
                        "\"status\": \"paid\"",
                        "\"promo\": \"X\", \"status\": \"paid\"",
                        "$.orders[0].promo"),
                damage(
                        "\"product\": \"general\"",
                        "\"product\": \"x\"",
                        "$.orders[0].tickets[0].product"),
                damage(
                        "\"note\": \"kept\"",
                        "\"addonTo\": \"x\"",
                        "$.orders[0].tickets[0].addonTo"),
                damage(
                        "\"waiver\": \"true\"",
                        "\"other\": \"true\"",
                        "$.orders[0].tickets[0].answers.other"),
                damage("\"eventops\": 1", "\"eventops\": 2", "$.eventops"),
                damage("\"revoked\": [\"dead\"]", "\"revoked\": \"dead\"", "$.revoked"),
                damage("\"revoked\"", "\"event\"", "$"),
                damage("\"dead\"]}", "\"dead\"", "$"),
                damage("\"dead\"]}", "\"dead\"]} tail", "$"));
    }

    private static Arguments damage(String part, String by, String path) {
        return Arguments.of(part, by, path);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void namesTheDamageAndLeavesTheStoreUnharmed(String part, String by, String path)
            throws IOException {
        try (Desk desk = Desk.withGala(folder)) {
            String before = desk.exported();
            assertThat(Desk.GALA).contains(part);
            ImportReport report = desk.bring("damaged.json", Desk.GALA.replace(part, by));
            assertThat(report.ok()).isFalse();
            List<String> paths = report.rejected().stream().map(Rejection::path).toList();
            assertThat(paths).contains(path);
            assertThat(Desk.said(report)).allSatisfy(each -> assertThat(each).isNotBlank());
            assertThat(desk.exported()).isEqualTo(before);
        }
    }
}

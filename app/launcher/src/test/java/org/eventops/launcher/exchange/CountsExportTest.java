package org.eventops.launcher.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.event.EventId;
import org.eventops.domain.exchange.Exporter.TableFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was counted, read back from the file as a spreadsheet reads it. */
class CountsExportTest {
    private static final String EVENT =
            """
            {"eventops": 1,
             "event": {"slug": "gala", "name": "Gala", "timezone": "America/Bogota",
                       "currency": "COP", "starts": "2026-11-20T19:00:00-05:00",
                       "ends": "2026-11-20T23:00:00-05:00"},
             "products": [{"key": "general", "name": "=cmd|' /C calc'!A0", "price": "0.00"},
                          {"key": "vip", "name": "Palco \\"A\\", norte", "price": "0.00"}],
             "lists": [{"name": "+Main", "products": ["*"]},
                       {"name": "VIP", "products": ["vip"]}],
             "orders": [{"code": "O1", "status": "paid", "tickets": [
                {"code": "a-code", "product": "general", "attendee": {"name": "Ana"}},
                {"code": "b-code", "product": "vip", "attendee": {"name": "Luz"}}]}]}
            """;

    @TempDir Path folder;

    @Test
    void csvHoldsEveryFigureUnderItsName() throws IOException {
        try (Desk desk = filled()) {
            List<NamedCsvRecord> rows = csv(desk, Optional.empty());
            NamedCsvRecord total = row(rows, "total", "");
            assertThat(total.getField("expected")).isEqualTo("2");
            assertThat(total.getField("entered")).isEqualTo("1");
            assertThat(total.getField("inside")).isEqualTo("1");
            assertThat(total.getField("to_come")).isEqualTo("1");
            assertThat(total.getField("refused")).isEqualTo("2");
            assertThat(row(rows, "product", "general").getField("name"))
                    .isEqualTo("'=cmd|' /C calc'!A0");
            assertThat(row(rows, "product", "vip").getField("name"))
                    .isEqualTo("Palco \"A\", norte");
            assertThat(row(rows, "list", "'+Main").getField("entered")).isEqualTo("1");
            assertThat(row(rows, "list", "VIP").getField("expected")).isEqualTo("1");
            assertThat(row(rows, "refused", "UNKNOWN_TICKET").getField("refused")).isEqualTo("1");
            assertThat(row(rows, "ten_minutes", "").getField("time"))
                    .isEqualTo("2026-11-20T19:10:00-05:00");
        }
    }

    @Test
    void oneListIsCountedAlone() throws IOException {
        try (Desk desk = filled()) {
            List<NamedCsvRecord> rows = csv(desk, Optional.of("VIP"));
            assertThat(row(rows, "total", "").getField("name")).isEqualTo("VIP");
            assertThat(row(rows, "total", "").getField("expected")).isEqualTo("1");
            assertThat(row(rows, "total", "").getField("entered")).isEqualTo("0");
            assertThat(rows.stream().filter(r -> r.getField("counted").equals("list"))).hasSize(1);
        }
    }

    @Test
    void xlsxHoldsNumbersAsNumbers() throws IOException {
        try (Desk desk = filled()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            desk.console.exporter().counts("gala", Optional.empty(), TableFormat.XLSX, out);
            try (ReadableWorkbook workbook =
                            new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
                    Stream<Row> sheet = workbook.getFirstSheet().openStream()) {
                List<Row> rows = sheet.toList();
                assertThat(rows.getFirst().getCellText(4)).isEqualTo("expected");
                assertThat(rows.get(1).getCell(4).getType()).isEqualTo(CellType.NUMBER);
                assertThat(rows.get(1).getCell(4).asNumber().intValue()).isEqualTo(2);
                assertThat(rows.get(2).getCellText(2)).isEqualTo("'=cmd|' /C calc'!A0");
            }
        }
    }

    @Test
    void writesNothingForAnEventOrListThatIsNotThere() throws IOException {
        try (Desk desk = filled()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            var exporter = desk.console.exporter();
            assertThat(exporter.counts("none", Optional.empty(), TableFormat.CSV, out)).isFalse();
            assertThat(exporter.counts("gala", Optional.of("no"), TableFormat.CSV, out)).isFalse();
            assertThat(out.size()).isZero();
        }
    }

    private Desk filled() throws IOException {
        Desk desk = Desk.empty(folder);
        assertThat(desk.bring("gala.json", EVENT).ok()).isTrue();
        scan(desk, "a-code");
        scan(desk, "a-code");
        scan(desk, "nobody-has-it");
        return desk;
    }

    private static void scan(Desk desk, String code) {
        var store = desk.console.store();
        EventId event = store.transactions().read(() -> store.events().id("gala").orElseThrow());
        Instant at = Instant.parse("2026-11-21T00:14:59Z");
        desk.console
                .checkins()
                .checkin(
                        event,
                        "+Main",
                        ScanRequest.entry(code, at),
                        Operator.steward("Luz"),
                        "test");
    }

    private static List<NamedCsvRecord> csv(Desk desk, Optional<String> list) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(desk.console.exporter().counts("gala", list, TableFormat.CSV, out)).isTrue();
        return CsvReader.builder().ofNamedCsvRecord(out.toString(StandardCharsets.UTF_8)).stream()
                .toList();
    }

    private static NamedCsvRecord row(List<NamedCsvRecord> rows, String counted, String key) {
        return rows.stream()
                .filter(row -> row.getField("counted").equals(counted))
                .filter(row -> row.getField("key").equals(key))
                .findFirst()
                .orElseThrow();
    }
}

package org.eventops.adapters.files.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.eventops.domain.door.count.Attendance;
import org.eventops.domain.door.count.CountLine;
import org.eventops.domain.door.count.GateLine;
import org.eventops.domain.door.count.LiveCounts;
import org.eventops.domain.door.count.TenMinutes;
import org.eventops.domain.exchange.Exporter.TableFormat;
import org.jspecify.annotations.Nullable;

/**
 * The live counts as one table, each row saying first what it counts; its header is the same in
 * every language. A cell is empty where a row has no such figure.
 */
public final class CountsTable {
    private static final List<String> HEADER =
            List.of(
                    "counted",
                    "key",
                    "name",
                    "time",
                    "expected",
                    "entered",
                    "inside",
                    "to_come",
                    "entries",
                    "exits",
                    "refused");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private static final List<Optional<Integer>> NO_TICKETS =
            Collections.nCopies(4, Optional.empty());

    private CountsTable() {}

    /**
     * @param figures in the order of the last seven columns, absent where there is none
     */
    private record Row(
            String counted,
            String key,
            String name,
            String time,
            List<Optional<Integer>> figures) {}

    public static void write(LiveCounts counts, TableFormat format, OutputStream out)
            throws IOException {
        switch (format) {
            case CSV -> csv(rows(counts), out);
            case XLSX -> xlsx(rows(counts), out);
        }
    }

    private static void csv(List<Row> rows, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(HEADER);
        for (Row row : rows) {
            List<String> cells = new ArrayList<>(texts(row));
            row.figures().forEach(each -> cells.add(each.map(String::valueOf).orElse("")));
            csv.writeRecord(cells);
        }
        csv.flush();
    }

    private static void xlsx(List<Row> rows, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "EventOps", "1.0");
        Worksheet sheet = workbook.newWorksheet("counts");
        for (int i = 0; i < HEADER.size(); i++) {
            sheet.value(0, i, HEADER.get(i));
        }
        for (int line = 0; line < rows.size(); line++) {
            List<String> texts = texts(rows.get(line));
            for (int i = 0; i < texts.size(); i++) {
                sheet.value(line + 1, i, texts.get(i));
            }
            figures(sheet, line + 1, texts.size(), rows.get(line).figures());
        }
        workbook.finish();
    }

    private static void figures(
            Worksheet sheet, int line, int from, List<Optional<Integer>> figures) {
        for (int i = 0; i < figures.size(); i++) {
            int column = from + i;
            figures.get(i).ifPresent(figure -> sheet.value(line, column, figure));
        }
    }

    private static List<String> texts(Row row) {
        return List.of(
                row.counted(), SafeCell.text(row.key()), SafeCell.text(row.name()), row.time());
    }

    private static List<Row> rows(LiveCounts counts) {
        List<Row> rows = new ArrayList<>();
        rows.add(total(counts));
        counts.products().forEach(line -> rows.add(row("product", line)));
        counts.lists().forEach(line -> rows.add(row("list", line)));
        counts.gates().forEach(line -> rows.add(row(line)));
        counts.tenMinutes().forEach(each -> rows.add(row(each, counts.zone())));
        for (Map.Entry<?, Integer> each : new TreeMap<>(counts.refused()).entrySet()) {
            rows.add(
                    scans(
                            "refused",
                            each.getKey().toString(),
                            "",
                            "",
                            scanned(null, null, each.getValue())));
        }
        return rows;
    }

    private static Row total(LiveCounts counts) {
        int entries = counts.gates().stream().mapToInt(GateLine::entries).sum();
        int exits = counts.gates().stream().mapToInt(GateLine::exits).sum();
        List<Optional<Integer>> figures = new ArrayList<>(tickets(counts.attendance()));
        figures.addAll(scanned(entries, exits, counts.refusals()));
        String only = counts.list().orElse("");
        return new Row("total", "", only, time(counts.asOf(), counts.zone()), figures);
    }

    private static Row row(String counted, CountLine line) {
        List<Optional<Integer>> figures = new ArrayList<>(tickets(line.attendance()));
        figures.addAll(scanned(null, null, null));
        return new Row(counted, line.key(), line.name(), "", figures);
    }

    private static List<Optional<Integer>> tickets(Attendance all) {
        return List.of(
                Optional.of(all.expected()),
                Optional.of(all.entered()),
                Optional.of(all.inside()),
                Optional.of(all.toCome()));
    }

    private static List<Optional<Integer>> scanned(
            @Nullable Integer entries, @Nullable Integer exits, @Nullable Integer refused) {
        return List.of(
                Optional.ofNullable(entries),
                Optional.ofNullable(exits),
                Optional.ofNullable(refused));
    }

    private static Row row(GateLine line) {
        return scans(
                "gate",
                line.key(),
                line.name(),
                "",
                scanned(line.entries(), line.exits(), line.refused()));
    }

    private static Row row(TenMinutes each, ZoneId zone) {
        String start = time(each.start(), zone);
        return scans("ten_minutes", "", "", start, scanned(each.entries(), each.exits(), null));
    }

    private static Row scans(
            String counted, String key, String name, String time, List<Optional<Integer>> scanned) {
        List<Optional<Integer>> figures = new ArrayList<>(NO_TICKETS);
        figures.addAll(scanned);
        return new Row(counted, key, name, time, figures);
    }

    private static String time(Instant at, ZoneId zone) {
        return TIME.format(at.atZone(zone));
    }
}

package org.eventops.adapters.files.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of a workbook. */
final class XlsxTable implements TableFile {
    /** An unpacked workbook of this many bytes is no list of people. */
    private static final long LARGEST = 1L << 30;

    private final Path file;

    XlsxTable(Path file) {
        this.file = file;
    }

    @Override
    public void read(Rows rows) throws IOException {
        guard();
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> sheet = workbook.getFirstSheet().openStream()) {
            Iterator<Row> each = sheet.iterator();
            boolean more = true;
            int width = 0;
            while (more && each.hasNext()) {
                Row row = each.next();
                List<String> cells = cells(row);
                width = Math.max(width, cells.size());
                while (cells.size() < width) {
                    // A workbook leaves empty cells at the end of a row out.
                    cells.add("");
                }
                more = cells.stream().allMatch(String::isBlank) || rows.row(row.getRowNum(), cells);
            }
        } catch (RuntimeException e) {
            if (e instanceof java.util.concurrent.CancellationException) {
                throw e;
            }
            throw new UnreadableTable(1, "not_xlsx", file.getFileName().toString());
        }
    }

    private void guard() throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long size = zip.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
            if (size > LARGEST) {
                throw new UnreadableTable(1, "too_large", Long.toString(size));
            }
        } catch (ZipException e) {
            throw new UnreadableTable(1, "not_xlsx", file.getFileName().toString());
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(row.getOptionalCell(i).map(XlsxTable::text).orElse(""));
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER && isDate(cell)) {
            return cell.asDate().toString().replace('T', ' ');
        }
        if (cell.getType() == CellType.NUMBER) {
            return cell.asNumber().stripTrailingZeros().toPlainString();
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        String pattern = format == null ? "" : format.toLowerCase(Locale.ROOT);
        return pattern.contains("yy") || pattern.contains("d/m") || pattern.contains("m/d");
    }
}

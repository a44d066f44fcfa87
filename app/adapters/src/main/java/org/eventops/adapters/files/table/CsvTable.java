package org.eventops.adapters.files.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** Comma, semicolon or tab, whichever the first line has most of outside quotes. */
final class CsvTable implements TableFile {
    private static final int LONGEST_RECORD = 64 << 20;
    private static final int LONGEST_HEADER = 1 << 20;

    private final Path file;
    private final Charset charset;

    CsvTable(Path file, Charset charset) {
        this.file = file;
        this.charset = charset;
    }

    @Override
    public void read(Rows rows) throws IOException {
        char separator = separator();
        int line = 0;
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                        .fieldSeparator(separator)
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(LONGEST_RECORD)
                        .ofCsvRecord(TableFile.text(file, charset))) {
            for (CsvRecord record : reader) {
                line = (int) record.getStartingLineNumber();
                if (!rows.row(line, record.getFields())) {
                    return;
                }
            }
        } catch (CsvParseException | java.io.UncheckedIOException e) {
            throw new UnreadableTable(line + 1, "not_csv", String.valueOf(e.getMessage()));
        }
    }

    private char separator() throws IOException {
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        try (Reader reader = new BufferedReader(TableFile.text(file, charset))) {
            int c = reader.read();
            for (int i = 0; c >= 0 && i < LONGEST_HEADER; i++) {
                quoted ^= c == '"';
                if (!quoted && (c == '\n' || c == '\r') && commas + semicolons + tabs > 0) {
                    break;
                }
                commas += !quoted && c == ',' ? 1 : 0;
                semicolons += !quoted && c == ';' ? 1 : 0;
                tabs += !quoted && c == '\t' ? 1 : 0;
                c = reader.read();
            }
        }
        if (tabs > commas && tabs > semicolons) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }
}

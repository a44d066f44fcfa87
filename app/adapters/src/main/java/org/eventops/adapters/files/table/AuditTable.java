package org.eventops.adapters.files.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.eventops.domain.audit.AuditExport;
import org.eventops.domain.audit.AuditLine;

/** Lines of the audit as CSV; its header is the same in every language. */
public final class AuditTable implements AuditExport {
    private static final List<String> HEADER =
            List.of(
                    "at",
                    "who",
                    "device",
                    "deed",
                    "table",
                    "row",
                    "rows",
                    "details",
                    "scope",
                    "chain",
                    "number",
                    "digest",
                    "previous",
                    "hash");

    @Override
    public void write(List<AuditLine> lines, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text);
        csv.writeRecord(HEADER);
        for (AuditLine line : lines) {
            csv.writeRecord(cells(line));
        }
        csv.flush();
    }

    private static List<String> cells(AuditLine line) {
        AuditLine.What what = line.what();
        AuditLine.Link link = line.link();
        return Stream.of(
                        what.at(),
                        what.who(),
                        what.device(),
                        what.deed().name().toLowerCase(Locale.ROOT),
                        what.table(),
                        Objects.requireNonNullElse(what.row(), ""),
                        what.changed(),
                        Objects.requireNonNullElse(line.details(), ""),
                        what.scope(),
                        link.chain(),
                        link.number(),
                        link.digest(),
                        link.previous(),
                        link.hash())
                .map(Object::toString)
                .map(SafeCell::text)
                .toList();
    }
}

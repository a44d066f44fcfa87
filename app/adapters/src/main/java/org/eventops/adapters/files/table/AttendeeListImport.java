package org.eventops.adapters.files.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eventops.adapters.files.trial.DryRunEnded;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.event.EventRepository;
import org.eventops.domain.exchange.AttendeeField;
import org.eventops.domain.exchange.ColumnMapping;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.EventExchange;
import org.eventops.domain.exchange.ImportPreview;
import org.eventops.domain.exchange.ImportReport;
import org.eventops.domain.exchange.ImportRequest;
import org.eventops.domain.exchange.MergeCounts;
import org.eventops.domain.exchange.Rejection;
import org.eventops.domain.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Reads an attendee list into an event: the good rows, and what is wrong with the others. */
public final class AttendeeListImport {
    private static final int SAMPLE = 5;
    private static final int STEP = 1000;
    private static final EventExchange.Merged NOTHING =
            new EventExchange.Merged(MergeCounts.NONE, MergeCounts.NONE, 0);
    private static final List<AttendeeField> WHO =
            List.of(
                    AttendeeField.TICKET_CODE,
                    AttendeeField.ORDER_CODE,
                    AttendeeField.NAME,
                    AttendeeField.FIRST_NAME,
                    AttendeeField.LAST_NAME,
                    AttendeeField.EMAIL);

    private final Transactions transactions;
    private final EventExchange exchange;
    private final TargetEvent target;
    private final MappingMemory memory;

    public AttendeeListImport(
            Transactions transactions,
            EventExchange exchange,
            EventRepository events,
            Settings settings) {
        this.transactions = transactions;
        this.exchange = exchange;
        this.target = new TargetEvent(events, exchange);
        this.memory = new MappingMemory(settings);
    }

    /** What the list is, by its header. */
    public ImportPreview look(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        TableFile.of(file)
                .read(
                        (line, cells) -> {
                            rows.add(cells);
                            return rows.size() <= SAMPLE;
                        });
        if (rows.isEmpty()) {
            throw new UnreadableTable(1, "empty_file", file.getFileName().toString());
        }
        List<String> headers = strip(rows.getFirst());
        ListFormat format = ListFormat.recognise(headers);
        Optional<ColumnMapping> remembered = transactions.read(() -> memory.recall(headers));
        boolean certain = !format.equals(ListFormat.ANY) || remembered.isPresent();
        return new ImportPreview(
                format.name(),
                headers,
                rows.subList(1, rows.size()),
                remembered.orElseGet(() -> format.mapping(headers)),
                certain);
    }

    private static List<String> strip(List<String> cells) {
        return cells.stream().map(String::strip).toList();
    }

    public ImportReport run(ImportRequest request, Progress progress) throws IOException {
        try {
            ImportPreview preview = look(request.file());
            ColumnMapping mapping = mapping(request, preview);
            return transactions.bulk(() -> inside(request, preview.headers(), mapping, progress));
        } catch (DryRunEnded e) {
            return e.report();
        } catch (RowProblem e) {
            return ImportReport.refused(request.event(), List.of(e.at(1)));
        } catch (Unreadable e) {
            throw e.cause;
        } catch (UnreadableTable e) {
            RowProblem problem = new RowProblem(e.value(), e.problem());
            return ImportReport.refused(request.event(), List.of(problem.at(e.line())));
        }
    }

    private static ColumnMapping mapping(ImportRequest request, ImportPreview preview)
            throws RowProblem {
        ColumnMapping mapping = preview.mapping();
        String format = request.format();
        if (request.mapping() != null) {
            mapping = request.mapping();
        } else if (format != null) {
            String names = String.join(", ", ListFormat.names());
            mapping =
                    ListFormat.named(format)
                            .orElseThrow(() -> new RowProblem(format, "unknown_format", names))
                            .mapping(preview.headers());
        }
        if (WHO.stream().noneMatch(mapping.columns()::containsKey)) {
            throw new RowProblem(String.join(", ", preview.headers()), "no_known_column");
        }
        for (String header : mapping.columns().values()) {
            if (preview.headers().stream().filter(header::equals).count() > 1) {
                throw new RowProblem(header, "header_twice");
            }
        }
        return mapping;
    }

    private ImportReport inside(
            ImportRequest request, List<String> headers, ColumnMapping mapping, Progress progress) {
        EventContent base;
        try {
            base = target.find(request.event());
        } catch (RowProblem e) {
            return ImportReport.refused(request.event(), List.of(e.at(1)));
        }
        String slug = base.event().slug();
        ListReading reading = new ListReading(base);
        try {
            read(request.file(), headers, mapping, reading, progress);
        } catch (UnreadableTable e) {
            reading.refuse(e.line(), new RowProblem(e.value(), e.problem()));
            return report(slug, NOTHING, reading, false, false);
        } catch (IOException e) {
            throw new Unreadable(e);
        }
        if (request.strict() && reading.refused() > 0) {
            return report(slug, NOTHING, reading, false, false);
        }
        EventExchange.Merged merged = exchange.merge(reading.content(), progress);
        MergeCounts counts = merged.tickets();
        boolean any = counts.created() + counts.updated() + counts.unchanged() > 0;
        boolean ok = any || reading.refused() == 0;
        if (request.dryRun() || !ok) {
            throw new DryRunEnded(report(slug, merged, reading, false, ok));
        }
        if (request.mapping() != null) {
            memory.remember(headers, mapping);
        }
        return report(slug, merged, reading, true, true);
    }

    private static ImportReport report(
            @Nullable String slug,
            EventExchange.Merged merged,
            ListReading reading,
            boolean applied,
            boolean ok) {
        List<Rejection> rejected = reading.rejected();
        return new ImportReport(
                slug,
                merged.tickets(),
                rejected,
                reading.refused(),
                reading.warnings(),
                merged.erased(),
                applied,
                ok);
    }

    private static void read(
            Path file,
            List<String> headers,
            ColumnMapping mapping,
            ListReading reading,
            Progress progress)
            throws IOException {
        int[] count = {-1};
        TableFile.of(file)
                .read(
                        (line, cells) -> {
                            count[0]++;
                            if (count[0] > 0) {
                                row(line, cells, headers, mapping, reading);
                            }
                            if (count[0] % STEP == 0) {
                                progress.at(count[0], -1);
                                progress.throwIfCancelled();
                            }
                            return true;
                        });
        if (count[0] == 0) {
            throw new UnreadableTable(1, "header_only", file.getFileName().toString());
        }
    }

    private static void row(
            int line,
            List<String> cells,
            List<String> headers,
            ColumnMapping mapping,
            ListReading reading) {
        boolean blank = cells.stream().allMatch(String::isBlank);
        if (blank) {
            return;
        }
        boolean tooLong =
                cells.size() > headers.size()
                        && !cells.subList(headers.size(), cells.size()).stream()
                                .allMatch(String::isBlank);
        if (tooLong || cells.size() < headers.size()) {
            reading.refuse(
                    line,
                    new RowProblem(
                            String.join(" · ", cells),
                            "ragged",
                            Integer.toString(headers.size()),
                            Integer.toString(cells.size())));
            return;
        }
        reading.take(MappedRow.of(line, cells, headers, mapping));
    }

    /** Carries a failed read out of the transaction, which is rolled back. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final IOException cause;

        Unreadable(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}

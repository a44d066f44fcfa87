package org.eventops.adapters.files.event;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.eventops.adapters.files.trial.DryRunEnded;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.EventExchange;
import org.eventops.domain.exchange.ImportReport;
import org.eventops.domain.exchange.ImportRequest;
import org.eventops.domain.exchange.MergeCounts;

/** Reads an event file into the store: all of it, or nothing and what is wrong. */
public final class EventFileImport {
    private final Transactions transactions;
    private final EventExchange exchange;

    public EventFileImport(Transactions transactions, EventExchange exchange) {
        this.transactions = transactions;
        this.exchange = exchange;
    }

    public ImportReport run(ImportRequest request, Progress progress) throws IOException {
        try {
            return transactions.bulk(
                    () -> {
                        ImportReport report = inside(request, progress);
                        if (request.dryRun()) {
                            throw new DryRunEnded(report);
                        }
                        return report;
                    });
        } catch (DryRunEnded e) {
            return e.report();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private ImportReport inside(ImportRequest request, Progress progress) {
        EventFileReader.Read read = read(request, progress);
        Problems problems = read.problems();
        read.content().ifPresent(content -> elsewhere(content, problems));
        if (read.content().isEmpty() || !problems.none()) {
            return new ImportReport(
                    read.slug(),
                    MergeCounts.NONE,
                    problems.rejected(),
                    problems.count(),
                    problems.warnings(),
                    0,
                    false,
                    false);
        }
        EventExchange.Merged merged = exchange.merge(read.content().get(), progress);
        boolean applied = !request.dryRun();
        return new ImportReport(
                read.slug(),
                merged.all(),
                List.of(),
                0,
                problems.warnings(),
                merged.erased(),
                applied,
                true);
    }

    /** What happened at the doors of one event did not happen at another: of a copy, say. */
    private void elsewhere(EventContent content, Problems problems) {
        Set<ScanId> others = exchange.elsewhere(content.event().slug(), content.scans());
        if (others.isEmpty()) {
            return;
        }
        for (int i = 0; i < content.scans().size(); i++) {
            ScanId id = content.scans().get(i).id();
            if (others.contains(id)) {
                problems.add("$.scans[%d].id".formatted(i), id.value().toString(), "elsewhere");
            }
        }
    }

    private EventFileReader.Read read(ImportRequest request, Progress progress) {
        try {
            return EventFileReader.read(request.file(), exchange::load, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.eventops.adapters.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eventops.adapters.files.event.EventFileImport;
import org.eventops.adapters.files.table.AttendeeListImport;
import org.eventops.adapters.files.table.TableFile;
import org.eventops.domain.change.Progress;
import org.eventops.domain.exchange.ColumnMapping;
import org.eventops.domain.exchange.ImportPreview;
import org.eventops.domain.exchange.ImportReport;
import org.eventops.domain.exchange.ImportRequest;
import org.eventops.domain.exchange.Importer;

/** Recognises a file and gives it to the one that can read it. */
public final class FileImporter implements Importer {
    /** What {@link ImportPreview#format()} says of an event file. */
    public static final String EVENT = "event";

    private final EventFileImport events;
    private final AttendeeListImport lists;

    public FileImporter(EventFileImport events, AttendeeListImport lists) {
        this.events = events;
        this.lists = lists;
    }

    @Override
    public ImportPreview look(Path file) throws IOException {
        if (TableFile.looksLikeJson(file)) {
            return new ImportPreview(
                    EVENT, List.of(), List.of(), new ColumnMapping(Map.of()), true);
        }
        return lists.look(file);
    }

    @Override
    public ImportReport run(ImportRequest request, Progress progress) throws IOException {
        boolean event =
                request.format() == null
                        ? TableFile.looksLikeJson(request.file())
                        : request.format().equals(EVENT);
        return event ? events.run(request, progress) : lists.run(request, progress);
    }
}

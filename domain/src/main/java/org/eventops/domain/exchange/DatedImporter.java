package org.eventops.domain.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.eventops.domain.change.Progress;

/** Remembers when each event was brought in, so that a door knows how old its tickets are. */
public final class DatedImporter implements Importer {
    private final Importer importer;
    private final ImportTimes times;
    private final Clock clock;

    public DatedImporter(Importer importer, ImportTimes times, Clock clock) {
        this.importer = importer;
        this.times = times;
        this.clock = clock;
    }

    @Override
    public ImportPreview look(Path file) throws IOException {
        return importer.look(file);
    }

    @Override
    public ImportReport run(ImportRequest request, Progress progress) throws IOException {
        ImportReport report = importer.run(request, progress);
        String event = report.event();
        if (report.applied() && event != null) {
            times.note(event, clock.instant());
        }
        return report;
    }
}

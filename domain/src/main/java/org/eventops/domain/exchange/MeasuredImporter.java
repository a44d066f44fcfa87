package org.eventops.domain.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.eventops.domain.change.Progress;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.FailureKind;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.measure.Operation;

/** Counts imports; a file that was refused is wrong input, and no error. */
public final class MeasuredImporter implements Importer {
    private final Importer importer;
    private final Meter meter;

    public MeasuredImporter(Importer importer, Meter meter) {
        this.importer = importer;
        this.meter = meter;
    }

    @Override
    public ImportPreview look(Path file) throws IOException {
        return importer.look(file);
    }

    @Override
    public ImportReport run(ImportRequest request, Progress progress) throws IOException {
        long begun = meter.begin();
        try {
            ImportReport report = importer.run(request, progress);
            if (report.ok()) {
                meter.done(Operation.IMPORT, begun);
            } else {
                meter.failed(Operation.IMPORT, begun, FailureKind.INPUT);
            }
            return report;
        } catch (CancellationException e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            meter.failed(Operation.IMPORT, begun, Failure.of(e).kind());
            throw e;
        }
    }
}

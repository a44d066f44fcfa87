package org.eventops.domain.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.eventops.domain.audit.GivenOut;

/** Notes in the audit what left the console with people's names in it. */
public final class NotedExporter implements Exporter {
    private final Exporter real;
    private final GivenOut notes;

    public NotedExporter(Exporter real, GivenOut notes) {
        this.real = real;
        this.notes = notes;
    }

    @Override
    public boolean event(String slug, OutputStream out) throws IOException {
        return noted(slug, "event", real.event(slug, out));
    }

    @Override
    public boolean attendees(String slug, TableFormat format, OutputStream out) throws IOException {
        return noted(slug, "attendees " + format, real.attendees(slug, format, out));
    }

    @Override
    public boolean counts(String slug, Optional<String> list, TableFormat format, OutputStream out)
            throws IOException {
        return real.counts(slug, list, format, out);
    }

    private boolean noted(String slug, String document, boolean written) {
        if (written) {
            notes.note(slug, document);
        }
        return written;
    }
}

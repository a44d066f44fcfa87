package org.eventops.launcher.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eventops.domain.exchange.Exporter.TableFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The attendees of an event as a table. */
@Command(name = "attendees")
final class ExportAttendeesCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "SLUG", descriptionKey = "slug")
    private String slug = "";

    @Option(names = "--format", paramLabel = "csv|xlsx", required = true)
    private TableFormat format = TableFormat.CSV;

    @Option(names = "--out", paramLabel = "F")
    private @Nullable Path out;

    ExportAttendeesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return new DocumentOut(session, out)
                .write(
                        slug,
                        (console, stream) -> console.exporter().attendees(slug, format, stream));
    }
}

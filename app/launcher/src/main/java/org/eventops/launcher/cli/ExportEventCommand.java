package org.eventops.launcher.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A whole event as an event file. */
@Command(name = "event")
final class ExportEventCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "SLUG", descriptionKey = "slug")
    private String slug = "";

    @Option(names = "--out", paramLabel = "F")
    private @Nullable Path out;

    ExportEventCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return new DocumentOut(session, out)
                .write(slug, (console, stream) -> console.exporter().event(slug, stream));
    }
}

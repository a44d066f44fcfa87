package org.eventops.launcher.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eventops.domain.exchange.Exporter.TableFormat;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The live counts of an event as a table. */
@Command(name = "counts")
final class ExportCountsCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "SLUG", descriptionKey = "slug")
    private String slug = "";

    @Option(names = "--list", paramLabel = "NAME")
    private @Nullable String list;

    @Option(names = "--format", paramLabel = "csv|xlsx", required = true)
    private TableFormat format = TableFormat.CSV;

    @Option(names = "--out", paramLabel = "F")
    private @Nullable Path out;

    ExportCountsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return new DocumentOut(session, out).write(slug, this::write);
    }

    private boolean write(OpenConsole console, OutputStream stream) throws IOException {
        Optional<String> only = Optional.ofNullable(list);
        EventChoice choice = new EventChoice(session, console);
        ChosenEvent event = choice.event("SLUG", slug);
        only.ifPresent(name -> choice.list(event, name));
        return console.exporter().counts(slug, only, format, stream);
    }
}

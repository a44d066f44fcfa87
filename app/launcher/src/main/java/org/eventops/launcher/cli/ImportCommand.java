package org.eventops.launcher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.eventops.domain.exchange.ImportReport;
import org.eventops.domain.exchange.ImportRequest;
import org.eventops.domain.exchange.Rejection;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads an event file or an attendee list into the store. */
@Command(name = "import")
final class ImportCommand implements Callable<Integer> {
    private static final int SHOWN = 20;

    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "file")
    private @Nullable Path file;

    @Option(names = "--format", paramLabel = "F")
    private @Nullable String format;

    @Option(names = "--event", paramLabel = "SLUG")
    private @Nullable String event;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--strict")
    private boolean strict;

    ImportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path read = file;
        if (read == null || !Files.isRegularFile(read)) {
            throw session.wrong("FILE", String.valueOf(read), session.text("cli.import.file"));
        }
        return session.inStore(console -> bring(console, read));
    }

    private int bring(OpenConsole console, Path read) {
        if (isChanges(console, read)) {
            return new TakenChanges(session).take(console.changeFiles(), read);
        }
        ImportRequest request = new ImportRequest(read, format, event, dryRun, strict, null);
        ImportReport report;
        try {
            report = console.importer().run(request, new TerminalProgress(session));
        } catch (IOException e) {
            throw CliFailure.input(session.text("cli.import.unreadable", read));
        }
        if (session.json()) {
            session.output().json(object(report));
        } else {
            session.output().line(line(report));
        }
        tell(read, report);
        return (report.ok() ? ExitCode.DONE : ExitCode.INPUT).status();
    }

    /** A file of changes says so itself; it is told apart only where nothing else was asked for. */
    private boolean isChanges(OpenConsole console, Path read) {
        try {
            return format == null && console.changeFiles().isOne(read);
        } catch (IOException e) {
            throw CliFailure.input(session.text("cli.import.unreadable", read));
        }
    }

    private Map<String, ?> object(ImportReport report) {
        return JsonRow.of("event", report.event())
                .put("created", report.counts().created())
                .put("updated", report.counts().updated())
                .put("unchanged", report.counts().unchanged())
                .put("rejected", report.rejected().stream().map(this::object).toList())
                .put("rejectedInAll", report.rejectedInAll())
                .put("warnings", report.warnings().stream().map(this::object).toList())
                .put("erased", report.erased())
                .put("applied", report.applied())
                .map();
    }

    private Map<String, Object> object(Rejection rejection) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (rejection.line() != null) {
            object.put("line", rejection.line());
        }
        if (rejection.path() != null) {
            object.put("path", rejection.path());
        }
        object.put("value", rejection.value());
        object.put("reason", reason(rejection));
        return object;
    }

    private String reason(Rejection rejection) {
        return session.text(rejection.reason().key(), rejection.reason().arguments().toArray());
    }

    private String line(ImportReport report) {
        String key =
                report.applied()
                        ? "cli.import.done"
                        : report.ok() ? "cli.import.dry" : "cli.import.refused";
        return session.text(
                key,
                report.event() == null ? "" : report.event(),
                report.counts().created(),
                report.counts().updated(),
                report.counts().unchanged(),
                report.rejectedInAll());
    }

    private void tell(Path read, ImportReport report) {
        list(read, report.rejected());
        if (report.rejectedInAll() > SHOWN) {
            session.output().note(session.text("cli.import.more", report.rejectedInAll() - SHOWN));
        }
        list(read, report.warnings());
        if (report.erased() > 0) {
            session.output().note(session.text("privacy.import", report.erased()));
        }
    }

    private void list(Path read, List<Rejection> rejections) {
        for (Rejection each : rejections.subList(0, Math.min(SHOWN, rejections.size()))) {
            String place =
                    each.line() == null
                            ? String.valueOf(each.path())
                            : session.text("cli.import.line", each.line());
            session.output()
                    .note(
                            session.text(
                                    "cli.import.rejected",
                                    read.getFileName(),
                                    place,
                                    each.value(),
                                    reason(each)));
        }
    }
}

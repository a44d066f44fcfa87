package org.eventops.launcher.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes who did what as CSV. */
@Command(name = "export")
final class AuditExportCommand implements Callable<Integer> {
    private final Session session;

    @Mixin private final AuditChoice choice = new AuditChoice();

    @Option(names = "--out", paramLabel = "F")
    private @Nullable Path out;

    AuditExportCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return new DocumentOut(session, out).write("", this::write);
    }

    private boolean write(OpenConsole console, OutputStream stream) throws IOException {
        console.auditExport().write(choice.find(session, console, Integer.MAX_VALUE), stream);
        return true;
    }
}

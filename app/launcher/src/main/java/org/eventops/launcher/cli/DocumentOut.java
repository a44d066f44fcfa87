package org.eventops.launcher.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;

/** A document to stdout, or to a file that is whole or not there. */
final class DocumentOut {
    /** Writes the document; false when there is no such event. */
    interface Writing {
        boolean to(OpenConsole console, OutputStream stream) throws IOException;
    }

    private final Session session;
    private final @Nullable Path out;

    DocumentOut(Session session, @Nullable Path out) {
        this.session = session;
        this.out = out;
    }

    int write(String slug, Writing writing) {
        return session.inStore(console -> write(console, slug, writing));
    }

    private int write(OpenConsole console, String slug, Writing writing) {
        try {
            boolean found =
                    out == null ? toStdout(console, writing) : toFile(console, out, writing);
            if (!found) {
                throw session.wrong("SLUG", slug, session.text("cli.export.event"));
            }
            return ExitCode.DONE.status();
        } catch (IOException e) {
            String place = out == null ? "stdout" : out.toString();
            throw CliFailure.environment(session.text("cli.export.failed", place));
        }
    }

    private boolean toStdout(OpenConsole console, Writing writing) throws IOException {
        OutputStream stream = new BufferedOutputStream(session.output().document());
        boolean found = writing.to(console, stream);
        stream.flush();
        return found;
    }

    private static boolean toFile(OpenConsole console, Path file, Writing writing)
            throws IOException {
        try (WholeFile whole = new WholeFile(file)) {
            boolean found = writing.to(console, whole);
            if (found) {
                whole.whole();
            }
            return found;
        }
    }
}

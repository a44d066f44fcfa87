package org.eventops.launcher.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eventops.domain.change.Progress;
import org.eventops.domain.health.SupportArchive;

/** The support archive as a file, whole or not there. */
record BundleFile(Session session, Path file) {
    /** What somebody keeps is not written over. */
    void refuseAnother() {
        if (Files.exists(file)) {
            throw session.wrong("--bundle", file.toString(), session.text("cli.doctor.bundle.new"));
        }
    }

    void write(SupportArchive archive) {
        try {
            try (WholeFile out = new WholeFile(file)) {
                archive.write(out, session.texts().locale(), Progress.NONE);
                out.whole();
            }
            long size = Files.size(file);
            session.answer(
                    JsonRow.of("bundle", file.toString()).put("bytes", size).map(),
                    session.text("cli.doctor.bundle.made", file, (size + 1023) / 1024));
        } catch (IOException e) {
            throw CliFailure.environment(session.text("cli.export.failed", file));
        }
    }
}

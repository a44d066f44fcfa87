package org.eventops.launcher.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.eventops.domain.sync.ChangeFiles;
import org.eventops.domain.sync.ChangeFiles.TakeOutcome;

/** Takes a file of another console's changes in, and says what came of it. */
record TakenChanges(Session session) {
    int take(ChangeFiles files, Path file) {
        try {
            return switch (files.take(file)) {
                case TakeOutcome.Refused refused -> throw refused(refused.reason());
                case TakeOutcome.Taken taken -> told(taken);
            };
        } catch (IOException e) {
            throw CliFailure.input(session.text("cli.import.unreadable", file));
        }
    }

    private CliFailure refused(ChangeFiles.Reason reason) {
        String sentence = session.text("sync.files." + reason);
        return reason == ChangeFiles.Reason.ALONE
                ? CliFailure.environment(sentence)
                : CliFailure.input(sentence);
    }

    private int told(TakeOutcome.Taken taken) {
        String from = taken.from();
        session.answer(
                JsonRow.of("from", from)
                        .put("changes", taken.changes())
                        .put("applied", taken.applied())
                        .put("answers", taken.answers())
                        .map(),
                from == null
                        ? session.text("sync.files.own", taken.answers())
                        : session.text(
                                "sync.files.taken",
                                from,
                                taken.changes(),
                                taken.applied(),
                                taken.answers()));
        return ExitCode.DONE.status();
    }
}

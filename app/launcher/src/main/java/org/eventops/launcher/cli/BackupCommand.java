package org.eventops.launcher.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eventops.console.shell.BackupWords;
import org.eventops.domain.backup.BackupFacts;
import org.eventops.domain.backup.BackupOutcome;
import org.eventops.domain.backup.BackupService;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Backs the store up, and restores what was written for trial. */
@Command(name = "backup")
final class BackupCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--to", paramLabel = "DIR", descriptionKey = "backup-to")
    private @Nullable Path to;

    BackupCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inStoreEvenAway(this::backUp);
    }

    private int backUp(OpenConsole console) {
        BackupService service = console.backups();
        Path folder = to;
        try (KeyboardProgress progress = new KeyboardProgress(session)) {
            return told(
                    folder == null
                            ? service.backUp(progress)
                            : service.backUpTo(session.folder("--to", folder), progress));
        }
    }

    private int told(BackupOutcome outcome) {
        BackupWords words = new BackupWords(session.texts(), session.clock().getZone());
        String sentence = words.outcome(outcome);
        return switch (outcome) {
            case BackupOutcome.Done done -> {
                session.answer(object(done).map(), sentence);
                words.open(done.backup().facts()).ifPresent(session.output()::note);
                yield ExitCode.DONE.status();
            }
            case BackupOutcome.Faulty unused -> throw CliFailure.environment(sentence);
            case BackupOutcome.Cancelled unused -> throw CliFailure.environment(sentence);
        };
    }

    private JsonRow object(BackupOutcome.Done done) {
        BackupFacts facts = done.backup().facts();
        return JsonRow.of("file", done.backup().file().toString())
                .put("kind", JsonRow.word(facts.kind()))
                .put("bytes", done.backup().bytes())
                .put("mutations", done.mutations())
                .put("takenAt", JsonRow.time(facts.takenAt(), session.clock().getZone()))
                .put("verified", true)
                .put("protected", facts.isProtected())
                .put("second", JsonRow.word(done.second()))
                .put("removed", done.removed())
                .put("damaged", done.damaged().stream().map(Path::toString).toList());
    }
}

package org.eventops.launcher.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.eventops.domain.backup.BackupFacts;
import org.eventops.domain.backup.VerifyOutcome;
import org.eventops.launcher.log.LogFile;
import org.eventops.launcher.wiring.RestoredConsole;
import org.eventops.persistence.Restoring;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Restores a backup for trial, beside whatever store there is. */
@Command(name = "verify")
final class BackupVerifyCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "backup-file")
    private @Nullable Path file;

    BackupVerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        LogFile.in(session.dataFolder());
        Restoring restoring = new Restoring(session.dataFolder(), session.clock());
        BackupFileChoice choice = new BackupFileChoice(session);
        BackupFileChoice.Chosen chosen = choice.of(restoring, file);
        RestoredConsole tried = new RestoredConsole(session.clock(), chosen.unlocked());
        Path backup = chosen.backup().file();
        try (KeyboardProgress progress = new KeyboardProgress(session)) {
            return switch (restoring.verify(backup, chosen.key(), tried::tried, progress)) {
                case VerifyOutcome.Sound sound -> sound(choice, sound);
                case VerifyOutcome.Faulty faulty -> throw choice.faulty(backup, faulty.fault());
                case VerifyOutcome.Cancelled unused ->
                        throw CliFailure.environment(session.text("backup.cancelled"));
            };
        }
    }

    private int sound(BackupFileChoice choice, VerifyOutcome.Sound sound) {
        BackupFacts facts = sound.backup().facts();
        session.answer(
                JsonRow.of("file", sound.backup().file().toString())
                        .put("ok", true)
                        .put("kind", JsonRow.word(facts.kind()))
                        .put("takenAt", JsonRow.time(facts.takenAt(), session.clock().getZone()))
                        .put("rows", sound.rows())
                        .put("protected", facts.isProtected())
                        .map(),
                choice.words().sound(sound));
        choice.words().open(facts).ifPresent(session.output()::note);
        return ExitCode.DONE.status();
    }
}

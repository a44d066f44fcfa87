package org.eventops.launcher.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eventops.domain.backup.RestoreOutcome;
import org.eventops.launcher.log.LogFile;
import org.eventops.launcher.wiring.RestoredConsole;
import org.eventops.persistence.Restoring;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a backup back, or one moment of it; what was there is moved aside. */
@Command(name = "restore")
final class RestoreCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "backup-file")
    private @Nullable Path file;

    @Option(names = "--at", paramLabel = "T", descriptionKey = "restore-at")
    private @Nullable String at;

    RestoreCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Optional<Instant> moment = Optional.ofNullable(at).map(this::moment);
        Path folder = session.dataFolder();
        LogFile.in(folder);
        Restoring restoring = new Restoring(folder, session.clock());
        BackupFileChoice choice = new BackupFileChoice(session);
        BackupFileChoice.Chosen chosen = choice.of(restoring, file);
        RestoredConsole restored = new RestoredConsole(session.clock(), chosen.unlocked());
        Path backup = chosen.backup().file();
        try (KeyboardProgress progress = new KeyboardProgress(session)) {
            return told(
                    choice,
                    backup,
                    restoring.restore(backup, moment, chosen.key(), restored, progress));
        }
    }

    private int told(BackupFileChoice choice, Path backup, RestoreOutcome outcome) {
        return switch (outcome) {
            case RestoreOutcome.Restored restored -> restored(choice, backup, restored);
            case RestoreOutcome.OutOfSpan out ->
                    throw session.wrong(
                            "--at", String.valueOf(at), choice.words().span(out.span()));
            case RestoreOutcome.Faulty faulty -> throw choice.faulty(backup, faulty.fault());
            case RestoreOutcome.NotPermitted unused ->
                    throw CliFailure.environment(session.text("backup.restore.notPermitted"));
            case RestoreOutcome.Cancelled unused ->
                    throw CliFailure.environment(session.text("backup.restore.cancelled"));
        };
    }

    private int restored(BackupFileChoice choice, Path backup, RestoreOutcome.Restored restored) {
        ZoneId zone = session.clock().getZone();
        session.answer(
                JsonRow.of("file", backup.toString())
                        .put("restored", true)
                        .put("until", JsonRow.time(restored.until(), zone))
                        .put("rows", restored.rows())
                        .put("aside", restored.aside().map(Path::toString).orElse(null))
                        .put("protected", restored.from().isProtected())
                        .map(),
                choice.words().restored(restored));
        choice.words().open(restored.from()).ifPresent(session.output()::note);
        return ExitCode.DONE.status();
    }

    private Instant moment(String text) {
        try {
            return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? TypedMoment.read(text)
                    : LocalDateTime.parse(text).atZone(session.clock().getZone()).toInstant();
        } catch (DateTimeException e) {
            throw session.wrong("--at", text, session.text("backup.restore.time"));
        }
    }
}

package org.eventops.launcher.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.access.Permission;
import org.eventops.domain.backup.RestoreOutcome;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.unlock.UnlockOutcome;
import org.eventops.launcher.log.LogFile;
import org.eventops.launcher.wiring.Entrance;
import org.eventops.launcher.wiring.OpenConsole;
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
        Optional<UnlockOutcome.Opened> present = present(folder);
        BackupFileChoice.Chosen chosen = choice.of(restoring, file, present);
        RestoredConsole restored =
                new RestoredConsole(session.clock(), chosen.unlocked(), present.isPresent());
        Path backup = chosen.backup().file();
        try (KeyboardProgress progress = new KeyboardProgress(session)) {
            return told(
                    choice,
                    backup,
                    restoring.restore(backup, moment, chosen.key(), restored, progress));
        }
    }

    /**
     * Where a store stands that takes passwords, its people say by the roles of today whether
     * another takes its place; empty where there is none, or it opens no more.
     *
     * @throws NotPermitted if whoever opens it may not
     */
    private Optional<UnlockOutcome.Opened> present(Path folder) {
        if (new Entrance(folder, session.clock()).names().isEmpty()) {
            return Optional.empty();
        }
        try (OpenConsole console = session.unlockFile().open(folder)) {
            Access access = console.store().access();
            access.need(Permission.BACK_UP);
            return Optional.of(
                    new UnlockOutcome.Opened(access.worker().name(), console.store().key()));
        } catch (StoreException e) {
            if (e.problem() == StoreException.Problem.CORRUPT) {
                return Optional.empty();
            }
            throw e;
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

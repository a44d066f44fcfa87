package org.eventops.launcher.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eventops.console.shell.BackupWords;
import org.eventops.domain.backup.BackupFault;
import org.eventops.domain.backup.BackupFile;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.domain.unlock.UnlockOutcome;
import org.eventops.persistence.Restoring;
import org.jspecify.annotations.Nullable;

/** The backup that a command names, and what opens it. */
final class BackupFileChoice {
    private final Session session;

    BackupFileChoice(Session session) {
        this.session = session;
    }

    /**
     * @param unlocked who opened it; empty if it takes no password
     */
    record Chosen(BackupFile backup, StoreKey key, Optional<UnlockOutcome.Opened> unlocked) {}

    /** By a password that the backup knows. */
    Chosen of(Restoring restoring, @Nullable Path named) {
        return of(restoring, named, Optional.empty());
    }

    /**
     * @param present who has opened the store that is there, whose key may be that of the backup
     */
    Chosen of(Restoring restoring, @Nullable Path named, Optional<UnlockOutcome.Opened> present) {
        if (named == null || !Files.isRegularFile(named)) {
            throw session.wrong("FILE", String.valueOf(named), session.text("cli.import.file"));
        }
        return switch (restoring.look(named.toAbsolutePath().normalize())) {
            case Restoring.Open open -> new Chosen(open.backup(), open.key(), Optional.empty());
            case Restoring.Protected closed -> {
                UnlockOutcome.Opened opened =
                        present.filter(each -> closed.opensWith(each.key()))
                                .orElseGet(() -> session.unlockFile().unlock(closed.unlocking()));
                yield new Chosen(closed.backup(), opened.key(), Optional.of(opened));
            }
            case Restoring.Faulty faulty -> throw faulty(named, faulty.fault());
        };
    }

    /** Says it, for scripts as well. */
    CliFailure faulty(Path file, BackupFault fault) {
        if (session.json()) {
            session.output()
                    .json(
                            JsonRow.of("file", file.toString())
                                    .put("ok", false)
                                    .put("fault", BackupWords.name(fault))
                                    .put("place", fault.place().toString())
                                    .map());
        }
        return CliFailure.input(words().fault(fault));
    }

    BackupWords words() {
        return new BackupWords(session.texts(), session.clock().getZone());
    }
}

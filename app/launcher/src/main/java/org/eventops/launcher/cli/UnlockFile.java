package org.eventops.launcher.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eventops.domain.unlock.ComputerOutcome;
import org.eventops.domain.unlock.UnlockAttempt;
import org.eventops.domain.unlock.UnlockOutcome;
import org.eventops.domain.unlock.Unlocking;
import org.eventops.launcher.wiring.Entrance;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;

/**
 * Opens the store, for the person whose name and password stand in a file if it is protected: a
 * line each, and a line with a code where one is asked for; without a file as this computer may.
 */
final class UnlockFile {
    private static final long LARGEST = 4096;
    private static final String OPTION = "--unlock-file";

    private final Session session;
    private final @Nullable Path file;

    UnlockFile(Session session, @Nullable Path file) {
        this.session = session;
        this.file = file;
    }

    OpenConsole open(Path folder) {
        Entrance entrance = new Entrance(folder, session.clock());
        if (entrance.names().isEmpty()) {
            if (file != null) {
                session.output().note(session.text("cli.unlock.notprotected"));
            }
            return OpenConsole.open(folder, session.clock());
        }
        if (file == null) {
            return byComputer(entrance);
        }
        UnlockOutcome outcome = entrance.enter(attempt(file));
        return entrance.console().orElseThrow(() -> failure(outcome));
    }

    /** Without a password, if somebody has said that this computer may. */
    private OpenConsole byComputer(Entrance entrance) {
        ComputerOutcome outcome = entrance.enterBy(session.keyStore());
        return entrance.console()
                .orElseThrow(
                        () ->
                                switch (outcome) {
                                    case ComputerOutcome.Opened unused ->
                                            throw new IllegalStateException("no console");
                                    case ComputerOutcome.Problem why -> failure(why);
                                });
    }

    private CliFailure failure(ComputerOutcome.Problem why) {
        String needed = session.text("cli.unlock.needed");
        return CliFailure.environment(
                why == ComputerOutcome.Problem.NOT_ALLOWED
                        ? needed
                        : session.text("people.computer." + why) + " " + needed);
    }

    /** The same for what is no store yet: who it is, and the key. */
    UnlockOutcome.Opened unlock(Unlocking unlocking) {
        if (file == null) {
            throw CliFailure.environment(session.text("cli.unlock.needed"));
        }
        UnlockOutcome outcome = unlocking.unlock(attempt(file));
        if (outcome instanceof UnlockOutcome.Opened opened) {
            return opened;
        }
        throw failure(outcome);
    }

    private CliFailure failure(UnlockOutcome outcome) {
        return switch (outcome) {
            case UnlockOutcome.Opened unused -> throw new IllegalStateException("no console");
            case UnlockOutcome.Wrong wrong -> failed("cli.unlock.wrong", wrong.left());
            case UnlockOutcome.Wait wait ->
                    failed(
                            "cli.unlock.wait",
                            session.clock().instant().until(wait.until(), ChronoUnit.SECONDS) + 1);
            case UnlockOutcome.CodeNeeded unused -> failed("cli.unlock.code");
            case UnlockOutcome.CodeWrong wrong -> failed("cli.unlock.codewrong", wrong.left());
            case UnlockOutcome.NoSuchPerson unused -> failed("cli.unlock.nobody");
            case UnlockOutcome.NoWork unused -> failed("cli.unlock.nowork");
            case UnlockOutcome.Tampered unused -> failed("cli.unlock.tampered");
        };
    }

    private CliFailure failed(String key, Object... arguments) {
        return CliFailure.environment(session.text(key, arguments));
    }

    private UnlockAttempt attempt(Path from) {
        try {
            if (Files.size(from) > LARGEST) {
                throw expected(from);
            }
            List<String> lines = Files.readString(from, StandardCharsets.UTF_8).lines().toList();
            if (lines.size() < 2) {
                throw expected(from);
            }
            return new UnlockAttempt(
                    lines.get(0).strip(), lines.get(1), lines.size() > 2 ? lines.get(2) : "");
        } catch (IOException e) {
            throw expected(from);
        }
    }

    private CliFailure expected(Path from) {
        return session.wrong(OPTION, from.toString(), session.text("cli.unlock.file"));
    }
}

package org.eventops.launcher.cli;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.eventops.domain.unlock.ComputerOutcome;
import org.eventops.domain.unlock.UnlockAttempt;
import org.eventops.domain.unlock.UnlockOutcome;
import org.eventops.domain.unlock.Unlocking;
import org.eventops.launcher.wiring.Entrance;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;

/**
 * Opens the store, for the person whose name and password stand in a file if it is protected: a
 * line each, and a line with a code where one is asked for; without a file as this computer may, or
 * as somebody at the terminal says.
 */
final class UnlockFile {
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
        return opened(entrance, needed());
    }

    private OpenConsole opened(Entrance entrance, CliFailure lacking) {
        UnlockOutcome outcome = given(entrance::enter, lacking);
        return entrance.console().orElseThrow(() -> failure(outcome));
    }

    /** What the file says, else somebody at the terminal; a script is told what it lacks. */
    private UnlockOutcome given(Function<UnlockAttempt, UnlockOutcome> enter, CliFailure lacking) {
        if (file != null) {
            return enter.apply(attempt(file));
        }
        if (!session.terminal().isThere()) {
            throw lacking;
        }
        return new AskedUnlock(session).enter(enter).orElseThrow(() -> lacking);
    }

    private CliFailure needed() {
        return CliFailure.environment(session.text("cli.unlock.needed"));
    }

    /** Without a password, if somebody has said that this computer may. */
    private OpenConsole byComputer(Entrance entrance) {
        ComputerOutcome outcome = entrance.enterBy(session.keyStore());
        return entrance.console()
                .orElseGet(
                        () ->
                                switch (outcome) {
                                    case ComputerOutcome.Opened unused ->
                                            throw new IllegalStateException("no console");
                                    case ComputerOutcome.Problem why ->
                                            opened(entrance, failure(why));
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
        UnlockOutcome outcome = given(unlocking::unlock, needed());
        if (outcome instanceof UnlockOutcome.Opened opened) {
            return opened;
        }
        // Nobody counts the tries at a file that anybody may copy.
        throw outcome instanceof UnlockOutcome.Wrong
                ? CliFailure.environment(session.text("cli.unlock.then"))
                : failure(outcome);
    }

    private CliFailure failure(UnlockOutcome outcome) {
        return CliFailure.environment(sentence(session, outcome));
    }

    /** Why somebody did not come in. */
    static String sentence(Session session, UnlockOutcome outcome) {
        return switch (outcome) {
            case UnlockOutcome.Opened unused -> throw new IllegalStateException("no console");
            case UnlockOutcome.Wrong wrong -> session.text("cli.unlock.wrong", wrong.left());
            case UnlockOutcome.Wait wait ->
                    session.text(
                            "cli.unlock.wait",
                            session.clock().instant().until(wait.until(), ChronoUnit.SECONDS) + 1);
            case UnlockOutcome.CodeNeeded unused -> session.text("cli.unlock.code");
            case UnlockOutcome.CodeWrong wrong ->
                    session.text("cli.unlock.codewrong", wrong.left());
            case UnlockOutcome.NoSuchPerson unused -> session.text("cli.unlock.nobody");
            case UnlockOutcome.NoWork unused -> session.text("cli.unlock.nowork");
            case UnlockOutcome.Tampered unused -> session.text("cli.unlock.tampered");
        };
    }

    private UnlockAttempt attempt(Path from) {
        List<String> lines = SecretFile.lines(session, "--unlock-file", from, 2, "cli.unlock.file");
        return new UnlockAttempt(
                lines.get(0).strip(), lines.get(1), lines.size() > 2 ? lines.get(2) : "");
    }
}

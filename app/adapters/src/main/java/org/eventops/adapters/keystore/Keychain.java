package org.eventops.adapters.keystore;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.unlock.KeptSecret;
import org.eventops.domain.unlock.KeyStoreProblem;
import org.eventops.domain.unlock.SystemKeyStore;

/**
 * The log-in keychain of macOS, asked by the system's own program. The secret goes through pipes
 * only: the line that holds it is typed to the program, since what is on a command line is seen by
 * everybody on the machine.
 */
final class Keychain implements SystemKeyStore {
    static final String PROGRAM = "/usr/bin/security";

    private static final String ACCOUNT = "eventops";

    /** The last eight bits of what the system's library calls errSecItemNotFound. */
    private static final int NOT_FOUND = 44;

    /** Shut, and nobody may be asked; the wrong password was typed; asking was called off. */
    private static final List<Integer> SHUT = List.of(36, 51, 128);

    private final String program;

    Keychain(String program) {
        this.program = program;
    }

    @Override
    public Optional<KeyStoreProblem> put(String place, String secret) {
        String line =
                "add-generic-password -U -a %s -s %s -l \"EventOps Console\" -w %s\n"
                        .formatted(ACCOUNT, place, secret);
        Asked asked = ask(OtherProgram.PERSON, List.of(program, "-i"), line);
        return asked.isDone() ? Optional.empty() : Optional.of(problem(asked));
    }

    /** A desktop may show a question where it is shut; that is waited for no longer than this. */
    @Override
    public KeptSecret get(String place) {
        Asked asked =
                ask(
                        OtherProgram.ANSWER,
                        List.of(program, "find-generic-password", "-w", "-a", ACCOUNT, "-s", place),
                        "");
        return asked.isDone()
                ? new KeptSecret.Found(asked.printed().strip())
                : new KeptSecret.Missing(problem(asked));
    }

    @Override
    public Optional<KeyStoreProblem> remove(String place) {
        Asked asked =
                ask(
                        OtherProgram.PERSON,
                        List.of(program, "delete-generic-password", "-a", ACCOUNT, "-s", place),
                        "");
        return asked.isDone()
                ? Optional.empty()
                : Optional.of(problem(asked)).filter(why -> why != KeyStoreProblem.EMPTY);
    }

    private static Asked ask(Duration longest, List<String> words, String typed) {
        return new OtherProgram(Map.of(), longest).ask(words, typed);
    }

    private static KeyStoreProblem problem(Asked asked) {
        if (asked.exit().isEmpty()) {
            return KeyStoreProblem.SILENT;
        }
        int exit = asked.exit().getAsInt();
        if (exit == NOT_FOUND) {
            return KeyStoreProblem.EMPTY;
        }
        return SHUT.contains(exit) ? KeyStoreProblem.LOCKED : KeyStoreProblem.ABSENT;
    }
}

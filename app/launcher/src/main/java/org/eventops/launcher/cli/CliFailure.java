package org.eventops.launcher.cli;

import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.NextStep;

/** A command that could not be done, for a reason a person can mend. */
public final class CliFailure extends RuntimeException implements Classified {
    private static final long serialVersionUID = 1L;

    private final ExitCode exit;

    private CliFailure(ExitCode exit, String sentence) {
        super(sentence);
        this.exit = exit;
    }

    /** The input is wrong; the sentence says place, value and what was expected. */
    public static CliFailure input(String sentence) {
        return new CliFailure(ExitCode.INPUT, sentence);
    }

    /** The machine, the store or the network does not allow it. */
    public static CliFailure environment(String sentence) {
        return new CliFailure(ExitCode.ENVIRONMENT, sentence);
    }

    /** The role of whoever works here does not permit it. */
    public static CliFailure refused(String sentence) {
        return new CliFailure(ExitCode.ENVIRONMENT, sentence);
    }

    /** As what it is says; the sentence is for whoever typed the command. */
    public static CliFailure of(Failure known, String sentence) {
        return new CliFailure(ExitCode.of(known.kind()), sentence);
    }

    /** The command line lacks something that only the command itself knows it needs. */
    public static CliFailure usage(String sentence) {
        return new CliFailure(ExitCode.USAGE, sentence);
    }

    @Override
    public Failure failure() {
        return switch (exit) {
            case USAGE, INPUT -> Failure.input(NextStep.CORRECT_INPUT);
            case ENVIRONMENT -> Failure.environment(NextStep.TRY_AGAIN);
            case DONE, BUG -> Failure.bug();
        };
    }

    public ExitCode exit() {
        return exit;
    }
}

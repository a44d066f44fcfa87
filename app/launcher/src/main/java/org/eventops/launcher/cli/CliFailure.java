package org.eventops.launcher.cli;

/** A command that could not be done, for a reason a person can mend. */
public final class CliFailure extends RuntimeException {
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

    /** The command line lacks something that only the command itself knows it needs. */
    public static CliFailure usage(String sentence) {
        return new CliFailure(ExitCode.USAGE, sentence);
    }

    public ExitCode exit() {
        return exit;
    }
}

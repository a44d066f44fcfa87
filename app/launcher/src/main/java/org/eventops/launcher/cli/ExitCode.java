package org.eventops.launcher.cli;

import org.eventops.domain.failure.FailureKind;

/** How a command ended, for the scripts that called it. */
public enum ExitCode {
    /** Done; a refused ticket is an answer, too. */
    DONE(0),
    /** A fault of the program itself: it left a code to quote. */
    BUG(1),
    /** The command line cannot be understood. */
    USAGE(2),
    /** The input is wrong, and nothing was changed. */
    INPUT(3),
    /** The store, the disk, the network, the display or somebody's role is in the way. */
    ENVIRONMENT(4);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    /** How a command ends that failed so. */
    public static ExitCode of(FailureKind kind) {
        return switch (kind) {
            case BUG -> BUG;
            case INPUT -> INPUT;
            case ENVIRONMENT, BUSINESS, ASSISTANT -> ENVIRONMENT;
        };
    }

    public int status() {
        return status;
    }
}

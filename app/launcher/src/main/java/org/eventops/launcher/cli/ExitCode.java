package org.eventops.launcher.cli;

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
    /** The store, the disk, the network or the display is in the way. */
    ENVIRONMENT(4);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}

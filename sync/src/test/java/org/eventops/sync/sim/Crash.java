package org.eventops.sync.sim;

/** The process ends here. */
public final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Crash() {
        super("crash", null, false, false);
    }
}

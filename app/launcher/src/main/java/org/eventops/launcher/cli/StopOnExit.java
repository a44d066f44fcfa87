package org.eventops.launcher.cli;

/** Something that runs beside the program and has to be stopped when it ends, also by Ctrl+C. */
final class StopOnExit {
    private final Runnable stop;
    private volatile boolean stopping;

    private StopOnExit(Runnable stop) {
        this.stop = stop;
    }

    static StopOnExit of(Runnable stop) {
        StopOnExit made = new StopOnExit(stop);
        Runtime.getRuntime().addShutdownHook(new Thread(made::end, "stop"));
        return made;
    }

    private void end() {
        stopping = true;
        stop.run();
    }

    /** Whether the program is ending, so that it may well be gone. */
    boolean stopping() {
        return stopping;
    }
}

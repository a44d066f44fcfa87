package org.eventops.launcher.cli;

import org.eventops.domain.change.Progress;

/** Long work as a line that a person at a terminal can follow; silent anywhere else. */
final class TerminalProgress implements Progress {
    private static final long STEP = 1000;

    private final Session session;
    private long shown;

    TerminalProgress(Session session) {
        this.session = session;
    }

    @Override
    public void at(long done, long total) {
        if (session.output().terminal() && Math.abs(done - shown) >= STEP) {
            shown = done;
            session.output().note(session.text("cli.progress", done));
        }
    }

    /**
     * A person cancels a command with the keyboard; the transaction is rolled back at the next
     * start.
     */
    @Override
    public boolean cancelled() {
        return Thread.currentThread().isInterrupted();
    }
}

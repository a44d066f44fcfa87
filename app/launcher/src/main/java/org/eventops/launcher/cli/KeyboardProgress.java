package org.eventops.launcher.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eventops.domain.change.Progress;

/**
 * Work at a terminal that has something to take away before the program may end: Ctrl+C cancels it
 * and waits for that.
 */
final class KeyboardProgress implements Progress, AutoCloseable {
    private static final int LONGEST_SECONDS = 20;

    private final TerminalProgress shown;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread ending = new Thread(this::end, "cancel");
    private volatile boolean cancelled;

    KeyboardProgress(Session session) {
        shown = new TerminalProgress(session);
        Runtime.getRuntime().addShutdownHook(ending);
    }

    @Override
    public void at(long done, long total) {
        shown.at(done, total);
    }

    @Override
    public boolean cancelled() {
        return cancelled || shown.cancelled();
    }

    private void end() {
        cancelled = true;
        try {
            if (!closed.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(ExitCode.BUG.status());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        if (!cancelled) {
            Runtime.getRuntime().removeShutdownHook(ending);
        }
    }
}

package org.eventops.launcher.wiring;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.eventops.console.ConsoleApp;

/** JavaFX's one thread, as tests start it and wait for it; there is one for all of them. */
public final class DrawingThread {
    private static final long SECONDS = 60;

    private DrawingThread() {}

    /** Starts it, unless it runs; it outlives the last window. */
    public static void start() throws Exception {
        FutureTask<Boolean> started = new FutureTask<>(() -> true);
        try {
            Platform.startup(started);
        } catch (IllegalStateException running) {
            Platform.runLater(started);
        }
        started.get(SECONDS, TimeUnit.SECONDS);
        Platform.setImplicitExit(false);
    }

    /** On this thread, and waits for it. */
    public static <T> T drawn(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(SECONDS, TimeUnit.SECONDS);
    }

    /** Until nothing is under way beside it for this window. */
    public static void idle(ConsoleApp app) throws Exception {
        CountDownLatch rest = new CountDownLatch(1);
        drawn(
                () -> {
                    app.tasks().whenIdle(rest::countDown);
                    return true;
                });
        if (!rest.await(SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the window is still busy after " + SECONDS + " s");
        }
    }
}

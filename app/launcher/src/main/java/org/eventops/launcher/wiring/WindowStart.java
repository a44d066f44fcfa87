package org.eventops.launcher.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.eventops.adapters.machine.NtpTime;
import org.eventops.console.ConsoleApp;
import org.eventops.console.platform.BackgroundTaskRunner;
import org.eventops.console.services.ConsoleServices;
import org.eventops.domain.change.StoreException;

/** Opens the window: the toolkit starts while the store opens. */
public final class WindowStart {
    /** Held here, since loggers that nobody holds forget their level. */
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private WindowStart() {}

    /**
     * Returns when the window has been closed.
     *
     * @param offline whether the network must not be touched
     * @throws StoreException if the store cannot be opened; no window was shown then
     */
    public static void run(Path folder, Clock clock, Locale language, boolean offline) {
        FutureTask<OpenConsole> opening = new FutureTask<>(() -> OpenConsole.open(folder, clock));
        Thread.ofPlatform().name("open-store").start(opening);
        startToolkit();
        try (OpenConsole console = opened(opening)) {
            if (offline) {
                console.stayOffline();
            }
            ConsoleServices services =
                    WindowWiring.of(
                            console,
                            folder,
                            clock,
                            work -> Thread.ofVirtual().start(work),
                            offline ? Optional.empty() : Optional.of(new NtpTime()));
            CountDownLatch closed = new CountDownLatch(1);
            Platform.runLater(() -> show(services, language, closed));
            console.startExchange();
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says nothing of running on the class path, which is what we chose. */
    public static void startToolkit() {
        TOOLKIT.setLevel(Level.SEVERE);
        Platform.startup(() -> Platform.setImplicitExit(false));
    }

    private static void show(ConsoleServices services, Locale language, CountDownLatch closed) {
        ConsoleApp app =
                new ConsoleApp(
                        services,
                        language,
                        faults -> new BackgroundTaskRunner(Platform::runLater, faults));
        Stage stage = new Stage();
        stage.setOnHidden(event -> closed.countDown());
        app.show(stage);
    }

    private static OpenConsole opened(FutureTask<OpenConsole> opening) throws InterruptedException {
        try {
            return opening.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}

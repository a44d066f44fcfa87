package org.eventops.launcher.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.eventops.adapters.machine.NtpTime;
import org.eventops.console.ConsoleApp;
import org.eventops.console.UnlockApp;
import org.eventops.console.platform.BackgroundTaskRunner;
import org.eventops.console.services.ConsoleServices;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.readiness.ShieldedTime;

/**
 * Opens the window: the toolkit starts while the store opens, or somebody is asked who they are.
 */
public final class WindowStart {
    /** Held here, since loggers that nobody holds forget their level. */
    private static final Logger TOOLKIT = Logger.getLogger("javafx");

    private final Path folder;
    private final Clock clock;
    private final Locale language;
    private final boolean offline;
    private final Runnable toolkit;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param toolkit starts it, unless it runs
     */
    WindowStart(Path folder, Clock clock, Locale language, boolean offline, Runnable toolkit) {
        this.toolkit = toolkit;
        this.folder = folder;
        this.clock = clock;
        this.language = language;
        this.offline = offline;
    }

    /**
     * Returns when the window has been closed.
     *
     * @param offline whether the network must not be touched
     * @throws StoreException if the store cannot be opened; no window was shown then
     */
    public static void run(Path folder, Clock clock, Locale language, boolean offline) {
        try {
            new WindowStart(folder, clock, language, offline, WindowStart::startToolkit).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void run() throws InterruptedException {
        Entrance entrance = new Entrance(folder, clock);
        if (!entrance.names().isEmpty()) {
            toolkit.run();
            CompletableFuture<Stage> entered = new CompletableFuture<>();
            Platform.runLater(() -> ask(entrance, entered));
            result(entered);
            Optional<OpenConsole> console = entrance.console();
            if (console.isPresent()) {
                work(console.get(), entered.resultNow());
            }
            return;
        }
        FutureTask<OpenConsole> opening = new FutureTask<>(() -> OpenConsole.open(folder, clock));
        Thread.ofPlatform().name("open-store").start(opening);
        toolkit.run();
        OpenConsole console = result(opening);
        CompletableFuture<Stage> stage = new CompletableFuture<>();
        Platform.runLater(() -> stage.complete(new Stage()));
        work(console, result(stage));
    }

    /** In the window that will be the console's; closing it ends the program. */
    private void ask(Entrance entrance, CompletableFuture<Stage> entered) {
        Stage stage = new Stage();
        UnlockApp app =
                new UnlockApp(
                        entrance,
                        language,
                        clock,
                        faults -> new BackgroundTaskRunner(Platform::runLater, faults),
                        () -> entered.complete(stage));
        stage.setOnHidden(event -> entered.complete(stage));
        app.show(stage);
    }

    private void work(OpenConsole open, Stage stage) throws InterruptedException {
        try (OpenConsole console = open) {
            if (offline) {
                console.stayOffline();
            }
            ConsoleServices services =
                    WindowWiring.of(
                            console,
                            folder,
                            clock,
                            work -> Thread.ofVirtual().start(work),
                            offline
                                    ? Optional.empty()
                                    : Optional.of(
                                            new ShieldedTime(new NtpTime(), System::nanoTime)));
            Platform.runLater(
                    () -> {
                        stage.setOnHidden(event -> closed.countDown());
                        show(stage, services);
                    });
            console.startExchange();
            closed.await();
        }
    }

    private void show(Stage stage, ConsoleServices services) {
        ConsoleApp app =
                new ConsoleApp(
                        services,
                        language,
                        faults -> new BackgroundTaskRunner(Platform::runLater, faults));
        app.onAnother(
                name -> {
                    app.close();
                    show(stage, services.of(name));
                });
        app.show(stage);
    }

    /** Says nothing of running on the class path, which is what we chose. */
    public static void startToolkit() {
        TOOLKIT.setLevel(Level.SEVERE);
        Platform.startup(() -> Platform.setImplicitExit(false));
    }

    private static <T> T result(Future<T> coming) throws InterruptedException {
        try {
            return coming.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}

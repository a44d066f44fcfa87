package org.eventops.launcher.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.eventops.adapters.keystore.SystemKeyStores;
import org.eventops.adapters.machine.NtpTime;
import org.eventops.console.ConsoleApp;
import org.eventops.console.UnlockApp;
import org.eventops.console.platform.BackgroundTaskRunner;
import org.eventops.console.services.ConsoleServices;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.readiness.ShieldedTime;
import org.eventops.domain.unlock.ComputerOutcome;
import org.eventops.domain.unlock.SystemKeyStore;
import org.eventops.launcher.log.LogFacts;

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
    private final SystemKeyStore keyStore;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param toolkit starts it, unless it runs
     * @param keyStore of this computer
     */
    WindowStart(
            Path folder,
            Clock clock,
            Locale language,
            boolean offline,
            Runnable toolkit,
            SystemKeyStore keyStore) {
        this.toolkit = toolkit;
        this.keyStore = keyStore;
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
            new WindowStart(
                            folder,
                            clock,
                            language,
                            offline,
                            WindowStart::startToolkit,
                            SystemKeyStores.here())
                    .run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void run() throws InterruptedException {
        Entrance entrance = new Entrance(folder, clock);
        if (entrance.names().isEmpty()) {
            OpenConsole console = meanwhile(() -> OpenConsole.open(folder, clock));
            work(console, stage());
            return;
        }
        Stage stage =
                byComputer(entrance) instanceof ComputerOutcome.Problem why
                        ? asked(entrance, why)
                        : stage();
        Optional<OpenConsole> console = entrance.console();
        if (console.isPresent()) {
            work(console.get(), stage);
        }
    }

    /** Without a password, if somebody has said that the window opens so. */
    private ComputerOutcome byComputer(Entrance entrance) throws InterruptedException {
        if (entrance.opensWindow(keyStore)) {
            return meanwhile(() -> entrance.enterBy(keyStore));
        }
        toolkit.run();
        return ComputerOutcome.Problem.NOT_ALLOWED;
    }

    private <T> T meanwhile(Callable<T> work) throws InterruptedException {
        FutureTask<T> opening = new FutureTask<>(work);
        Thread.ofPlatform().name("open-store").start(opening);
        toolkit.run();
        return result(opening);
    }

    private static Stage stage() throws InterruptedException {
        CompletableFuture<Stage> stage = new CompletableFuture<>();
        Platform.runLater(() -> stage.complete(new Stage()));
        return result(stage);
    }

    private Stage asked(Entrance entrance, ComputerOutcome.Problem why)
            throws InterruptedException {
        CompletableFuture<Stage> entered = new CompletableFuture<>();
        Optional<ComputerOutcome.Problem> said =
                Optional.of(why).filter(each -> each != ComputerOutcome.Problem.NOT_ALLOWED);
        Platform.runLater(() -> ask(entrance, said, entered));
        return result(entered);
    }

    /** In the window that will be the console's; closing it ends the program. */
    private void ask(
            Entrance entrance,
            Optional<ComputerOutcome.Problem> why,
            CompletableFuture<Stage> entered) {
        Stage stage = new Stage();
        UnlockApp app =
                new UnlockApp(
                        entrance,
                        language,
                        clock,
                        why,
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
                                            new ShieldedTime(new NtpTime(), System::nanoTime)),
                            keyStore);
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
        app.current()
                .property()
                .addListener(
                        (property, before, now) ->
                                now.map(EventRow::id)
                                        .map(EventId::value)
                                        .ifPresent(LogFacts::event));
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

package org.eventops.launcher.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.eventops.console.ConsoleApp;
import org.eventops.console.platform.BackgroundTaskRunner;
import org.eventops.console.services.ConsoleServices;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.launcher.wiring.WindowWiring;

/** The real window at the door of the big event, drawn by software; driven from another thread. */
final class DoorOnScreen implements AutoCloseable {
    private static final double SIDE = 1000;
    private static final double HEIGHT = 800;

    private final OpenConsole console;
    private final Stage stage;
    private final ConsoleApp app;
    private final DrawnScans scans;

    /**
     * @param services may give the window other ones, such as another camera
     */
    DoorOnScreen(
            OpenConsole console,
            Path folder,
            Clock clock,
            UnaryOperator<ConsoleServices> services) {
        this.console = console;
        this.stage = onScreen(Stage::new);
        ConsoleServices given =
                services.apply(
                        WindowWiring.of(
                                console, folder, clock, work -> Thread.ofVirtual().start(work)));
        this.app = onScreen(() -> shown(given));
        idle();
        onScreen(
                () -> {
                    app.current().choose(app.events().rows().getFirst());
                    app.screens().open("app.screen.door");
                    return true;
                });
        idle();
        this.scans = onScreen(() -> new DrawnScans(stage.getScene()));
    }

    private ConsoleApp shown(ConsoleServices services) {
        ConsoleApp made =
                new ConsoleApp(
                        services,
                        Locale.ENGLISH,
                        faults -> new BackgroundTaskRunner(Platform::runLater, faults));
        stage.setScene(made.scene(SIDE, HEIGHT));
        stage.show();
        made.events().load();
        return made;
    }

    /** Milliseconds from the first key to the verdict drawn. */
    double scan(String code) {
        long begun = System.nanoTime();
        FutureTask<Long> drawn =
                onScreen(
                        () -> {
                            FutureTask<Long> verdict = scans.verdicts(1);
                            scans.type(code);
                            return verdict;
                        });
        return (waited(drawn) - begun) / 1e6;
    }

    /** On, or off again. */
    void toggleCamera() {
        onScreen(
                () -> {
                    ((Button) scene().lookup("#camera-toggle")).fire();
                    return true;
                });
    }

    DrawnScans scans() {
        return scans;
    }

    Scene scene() {
        return stage.getScene();
    }

    /** Codes of the event in no order, no two in a row of one name, so that each verdict shows. */
    List<String> codes(int count) {
        List<AttendeeRow> all = new ArrayList<>();
        console.store()
                .transactions()
                .read(
                        () -> {
                            EventId event =
                                    console.store().events().id(BigEvent.SLUG).orElseThrow();
                            console.store().ticketing().attendees(event, all::add);
                            return true;
                        });
        Collections.shuffle(all, new Random(7));
        List<String> codes = new ArrayList<>();
        String before = "";
        for (AttendeeRow row : all) {
            String name = String.valueOf(row.name());
            if (!name.equals(before) && codes.size() < count) {
                codes.add(row.code());
                before = name;
            }
        }
        return codes;
    }

    /** Until nothing is under way. */
    void idle() {
        CountDownLatch rest = new CountDownLatch(1);
        onScreen(
                () -> {
                    app.tasks().whenIdle(rest::countDown);
                    return true;
                });
        try {
            if (!rest.await(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the window did not come to rest");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static <T> T onScreen(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return waited(task);
    }

    static <T> T waited(FutureTask<T> task) {
        try {
            return task.get(1, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        onScreen(
                () -> {
                    scans.stop();
                    stage.hide();
                    app.close();
                    return true;
                });
    }

    /** With another camera behind {@code camera:0} and every other name. */
    static ConsoleServices withCamera(
            ConsoleServices services, org.eventops.domain.door.camera.Cameras cameras) {
        var door = services.door();
        return new ConsoleServices(
                services.store(),
                services.events(),
                new org.eventops.console.services.DoorServices(
                        door.queries(),
                        door.counts(),
                        door.doors(),
                        door.checkins(),
                        door.search(),
                        cameras),
                services.tickets(),
                services.badges(),
                services.rehearsals(),
                services.files(),
                services.people(),
                services.access(),
                services.sync(),
                services.backups(),
                services.readiness(),
                services.health(),
                services.facts());
    }
}

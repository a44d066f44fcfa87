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
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.eventops.console.ConsoleApp;
import org.eventops.console.platform.BackgroundTaskRunner;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.launcher.wiring.TourRun;
import org.eventops.launcher.wiring.WindowWiring;

/** A scanner's keystrokes in the real window, drawn by software, until the verdict stands there. */
public final class WindowBench {
    private static final int WARM_UP = 100;
    private static final double SIDE = 1000;
    private static final double HEIGHT = 800;

    private final int tickets;
    private final int scans;
    private final int measured;
    private final Clock clock;

    public WindowBench(int tickets, int scans, int measured, Clock clock) {
        this.tickets = tickets;
        this.scans = scans;
        this.measured = measured;
        this.clock = clock;
    }

    public void run(Path dataFolder, Consumer<Figure> each) {
        TourRun.drawWithoutDisplay();
        try (Scratch scratch = Scratch.beside(dataFolder);
                OpenConsole console = OpenConsole.open(scratch.folder(), clock)) {
            new BigEvent(tickets, scans).into(console);
            measure(console, scratch.folder(), each);
        }
    }

    private void measure(OpenConsole console, Path folder, Consumer<Figure> each) {
        Stage stage = drawn(Stage::new);
        ConsoleApp app = drawn(() -> shown(console, folder, stage));
        idle(app);
        drawn(
                () -> {
                    app.current().choose(app.events().rows().getFirst());
                    app.screens().open("app.screen.door");
                    return true;
                });
        idle(app);
        DrawnScans door = drawn(() -> new DrawnScans(stage.getScene()));
        List<String> codes = codes(console);
        for (int i = 0; i < WARM_UP; i++) {
            scan(door, codes.get(i));
        }
        drawn(
                () -> {
                    door.forgetFrames();
                    return true;
                });
        double[] taken = new double[measured];
        for (int i = 0; i < measured; i++) {
            taken[i] = scan(door, codes.get(WARM_UP + i));
        }
        each.accept(Figure.of("scan-to-drawn", new Samples(taken), "ms").limit("p95", 60));
        Samples frames = drawn(door::frames);
        each.accept(
                Figure.of("frame", frames, "ms")
                        .with("longest", Math.round(frames.percentile(100)))
                        .with("limit_longest", 50 + 17));
        drawn(
                () -> {
                    door.stop();
                    app.close();
                    return true;
                });
    }

    private double scan(DrawnScans door, String code) {
        FutureTask<Double> done = drawn(() -> door.scan(code));
        return waited(done);
    }

    /** No two in a row of one name, so that each verdict can be seen to have come. */
    private List<String> codes(OpenConsole console) {
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
            if (!name.equals(before) && codes.size() < WARM_UP + measured) {
                codes.add(row.code());
                before = name;
            }
        }
        return codes;
    }

    private ConsoleApp shown(OpenConsole console, Path folder, Stage stage) {
        ConsoleApp app =
                new ConsoleApp(
                        WindowWiring.of(
                                console, folder, clock, work -> Thread.ofVirtual().start(work)),
                        Locale.ENGLISH,
                        faults -> new BackgroundTaskRunner(Platform::runLater, faults));
        stage.setScene(app.scene(SIDE, HEIGHT));
        stage.show();
        app.events().load();
        return app;
    }

    private static void idle(ConsoleApp app) {
        CountDownLatch rest = new CountDownLatch(1);
        drawn(
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

    private static <T> T drawn(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return waited(task);
    }

    private static <T> T waited(FutureTask<T> task) {
        try {
            return task.get(1, TimeUnit.MINUTES);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}

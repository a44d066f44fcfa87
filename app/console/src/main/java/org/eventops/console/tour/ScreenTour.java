package org.eventops.console.tour;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.scene.Scene;
import org.eventops.console.ConsoleApp;
import org.eventops.console.shell.Screen;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.event.EventStatus;

/** Opens every screen and its states, and draws each once its data is there. */
public final class ScreenTour {
    private final ConsoleApp app;
    private final Scene scene;
    private final Map<String, List<Extra>> extras;
    private final Deque<Stop> stops = new ArrayDeque<>();

    /** Made and run on the drawing thread; needs no stage and no display. */
    public ScreenTour(ConsoleApp app, double width, double height) {
        this(app, width, height, Map.of());
    }

    /**
     * @param extras states that no screen can bring about by itself, by the screen's title key
     */
    public ScreenTour(
            ConsoleApp app, double width, double height, Map<String, List<Extra>> extras) {
        this.app = app;
        this.scene = app.scene(width, height);
        this.extras = extras;
    }

    /**
     * A state from outside.
     *
     * @param after puts things back
     */
    public record Extra(String name, Runnable open, Runnable after) {}

    private record Stop(String name, Runnable open, Runnable after) {
        Stop(String name, Runnable open) {
            this(name, open, () -> {});
        }
    }

    /**
     * @param each takes a name such as {@code 02-event} and the picture as PNG
     * @param done runs after the last picture
     */
    public void run(BiConsumer<String, byte[]> each, Runnable done) {
        app.events().load();
        app.tasks()
                .whenIdle(
                        () -> {
                            app.events().rows().stream()
                                    .max(
                                            Comparator.comparing(ScreenTour::underWay)
                                                    .thenComparing(EventRow::starts))
                                    .ifPresent(app.current()::choose);
                            plan();
                            next(each, done);
                        });
    }

    /** The event that is on now shows most. */
    private static boolean underWay(EventRow row) {
        return row.status() == EventStatus.IN_PROGRESS;
    }

    private void plan() {
        int number = 1;
        for (Screen screen : app.screens().all()) {
            String key = screen.titleKey();
            String name = "%02d-%s".formatted(number++, key.substring(key.lastIndexOf('.') + 1));
            stops.add(new Stop(name, () -> app.screens().open(key)));
            extras.getOrDefault(key, List.of())
                    .forEach(
                            extra ->
                                    stops.add(
                                            new Stop(
                                                    name + "-" + extra.name(),
                                                    extra.open(),
                                                    extra.after())));
            screen.states().forEach((state, open) -> stops.add(new Stop(name + "-" + state, open)));
        }
    }

    private void next(BiConsumer<String, byte[]> each, Runnable done) {
        Stop stop = stops.poll();
        if (stop == null) {
            done.run();
            return;
        }
        stop.open().run();
        app.tasks()
                .whenIdle(
                        () -> {
                            each.accept(stop.name(), picture());
                            stop.after().run();
                            next(each, done);
                        });
    }

    private byte[] picture() {
        // rows of tables come with the first layout, their contents with the second
        for (int i = 0; i < 3; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        // without a stage, what a scroll pane has kept of its last drawing would be drawn again
        scene.getRoot().lookupAll(".viewport").forEach(each -> each.setCache(false));
        return PngImage.of(scene.snapshot(null));
    }
}

package org.eventops.launcher.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import org.eventops.console.ConsoleApp;
import org.eventops.console.platform.BackgroundTaskRunner;
import org.eventops.console.platform.Faults;
import org.eventops.console.shell.Screen;
import org.eventops.domain.event.EventRow;

/** The window over a real store, without a display; what tests do with it. */
public final class RealWindow implements AutoCloseable {
    private final ConsoleApp app;
    private final Scene scene;

    private final Seen seen;

    private RealWindow(ConsoleApp app, Scene scene, Seen seen) {
        this.app = app;
        this.scene = scene;
        this.seen = seen;
    }

    /** What the window is told of what failed, kept besides. */
    private static final class Seen {
        private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

        Faults before(Faults window) {
            return new Faults() {
                @Override
                public void failed(Throwable failure) {
                    failures.add(failure);
                    window.failed(failure);
                }

                @Override
                public void storeAnswered() {
                    window.storeAnswered();
                }
            };
        }
    }

    /** What failed since the window was made. */
    public List<Throwable> failures() {
        return List.copyOf(seen.failures);
    }

    /** What the window is, for whoever asks what holds it. */
    Object held() {
        return app;
    }

    /** Keys of the screens that whoever works here has. */
    public List<String> screens() throws Exception {
        return DrawingThread.drawn(
                () -> app.screens().all().stream().map(Screen::titleKey).toList());
    }

    /** What may be pressed in the window now, as one reads it. */
    public List<String> buttons() throws Exception {
        return DrawingThread.drawn(
                () -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    return Stream.of(".middle .button", ".middle .menu-button")
                            .flatMap(each -> scene.getRoot().lookupAll(each).stream())
                            .filter(RealWindow::isShown)
                            .map(Labeled.class::cast)
                            // The letter of the keyboard is not read.
                            .map(each -> each.getText().replace("_", ""))
                            .filter(text -> !text.isEmpty())
                            .toList();
                });
    }

    /**
     * @param folder of the store that is open
     */
    public static RealWindow over(OpenConsole console, Path folder) throws Exception {
        DrawingThread.start();
        RealWindow window =
                DrawingThread.drawn(
                        () -> {
                            Seen seen = new Seen();
                            ConsoleApp made =
                                    new ConsoleApp(
                                            WindowWiring.of(
                                                    console,
                                                    folder,
                                                    Clock.systemUTC(),
                                                    Runnable::run),
                                            Locale.ENGLISH,
                                            faults ->
                                                    new BackgroundTaskRunner(
                                                            Platform::runLater,
                                                            seen.before(faults)));
                            return new RealWindow(made, made.scene(1280, 800), seen);
                        });
        window.idle();
        return window;
    }

    /** Until nothing is under way any more. */
    public void idle() throws Exception {
        DrawingThread.idle(app);
    }

    /** It and all it stands in. */
    static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** By the key of its title. */
    public void open(String screen) throws Exception {
        DrawingThread.drawn(
                () -> {
                    app.screens().open(screen);
                    return true;
                });
        idle();
    }

    /** As if it had been typed, in place of what stood there. */
    public void type(String selector, String text) throws Exception {
        DrawingThread.drawn(
                () -> {
                    find(TextInputControl.class, selector).setText(text);
                    return true;
                });
        idle();
    }

    /** On the drawing thread only. */
    public <S extends Screen> S screen(Class<S> type) {
        return app.screens().all().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Whether it is to be seen: it and all that it stands in. */
    public boolean isShown(String selector) throws Exception {
        return DrawingThread.drawn(
                () -> {
                    Node node = find(Node.class, selector);
                    while (node != null && node.isVisible()) {
                        node = node.getParent();
                    }
                    return node == null;
                });
    }

    public void press(String selector) throws Exception {
        DrawingThread.drawn(
                () -> {
                    find(Button.class, selector).fire();
                    return true;
                });
        idle();
    }

    /** On the drawing thread only. */
    public <N extends Node> N find(Class<N> type, String selector) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        return type.cast(Objects.requireNonNull(scene.getRoot().lookup(selector), selector));
    }

    /** It becomes the one that is worked on. */
    public void choose(EventRow event) throws Exception {
        DrawingThread.drawn(
                () -> {
                    app.current().choose(event);
                    return true;
                });
        idle();
    }

    public String text(String selector) throws Exception {
        return DrawingThread.drawn(() -> find(Labeled.class, selector).getText());
    }

    @Override
    public void close() {
        FutureTask<Boolean> closing =
                new FutureTask<>(
                        () -> {
                            app.close();
                            return true;
                        });
        Platform.runLater(closing);
        try {
            closing.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the window did not close", e);
        }
    }
}

package org.eventops.launcher.badge;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.eventops.console.ConsoleApp;
import org.eventops.console.platform.BackgroundTaskRunner;
import org.eventops.console.services.ConsoleServices;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.DrawingThread;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.launcher.wiring.WindowWiring;

/** The real window over a real store, on the screen of the badges. */
final class BadgeWindow {
    private final OpenConsole console;
    private final ConsoleApp app;
    private final Stage stage;

    private BadgeWindow(OpenConsole console, ConsoleApp app, Stage stage) {
        this.console = console;
        this.app = app;
        this.stage = stage;
    }

    /** Each key comes a millisecond after the last, as from a scanner. */
    private static final AtomicLong MILLIS = new AtomicLong();

    private static final long SLOW = 500;

    static BadgeWindow open(Path folder, String screen) throws Exception {
        return open(folder, screen, services -> services);
    }

    /**
     * @param other puts something else in the place of the console's own services
     */
    static BadgeWindow open(Path folder, String screen, UnaryOperator<ConsoleServices> other)
            throws Exception {
        DrawingThread.start();
        OpenConsole console = OpenConsole.open(folder.resolve("store"), Clock.systemUTC());
        new BigEvent(20, 4).into(console);
        BadgeWindow window =
                DrawingThread.drawn(
                        () -> {
                            ConsoleApp app =
                                    new ConsoleApp(
                                            other.apply(
                                                    WindowWiring.of(
                                                            console,
                                                            folder,
                                                            Clock.systemUTC(),
                                                            Runnable::run)),
                                            Locale.ENGLISH,
                                            faults ->
                                                    new BackgroundTaskRunner(
                                                            Platform::runLater, faults),
                                            MILLIS::incrementAndGet);
                            Stage stage = new Stage();
                            stage.setScene(app.scene(1280, 800));
                            stage.show();
                            app.events().load();
                            return new BadgeWindow(console, app, stage);
                        });
        window.idle();
        DrawingThread.drawn(
                () -> {
                    window.app.current().choose(window.app.events().rows().getFirst());
                    window.app.screens().open(screen);
                    return true;
                });
        window.idle();
        return window;
    }

    void idle() throws Exception {
        DrawingThread.idle(app);
    }

    OpenConsole console() {
        return console;
    }

    Node node(String selector) {
        Node found = stage.getScene().getRoot().lookup(selector);
        if (found == null) {
            throw new AssertionError("nothing at " + selector);
        }
        return found;
    }

    /** On the drawing thread, and until all that follows is done. */
    void act(Runnable what) throws Exception {
        DrawingThread.drawn(
                () -> {
                    what.run();
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    return true;
                });
        idle();
    }

    void fire(String selector) throws Exception {
        act(() -> ((ButtonBase) node(selector)).fire());
    }

    void write(String selector, String text) throws Exception {
        act(() -> ((TextInputControl) node(selector)).setText(text));
    }

    void enter(String selector) throws Exception {
        act(() -> node(selector).fireEvent(new javafx.event.ActionEvent()));
    }

    String text(String selector) throws Exception {
        return DrawingThread.drawn(
                () ->
                        node(selector) instanceof javafx.scene.control.Labeled label
                                ? label.getText()
                                : ((TextField) node(selector)).getText());
    }

    void press(String selector, KeyCode code, boolean shortcut) throws Exception {
        act(
                () ->
                        Event.fireEvent(
                                node(selector),
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        code,
                                        false,
                                        shortcut,
                                        false,
                                        false)));
    }

    /** All characters at once and Enter, as a scanner sends them. */
    void scan(String code) throws Exception {
        MILLIS.addAndGet(SLOW);
        act(
                () -> {
                    code.chars().forEach(c -> key(String.valueOf((char) c), KeyCode.UNDEFINED));
                    key("\r", KeyCode.ENTER);
                });
    }

    private void key(String character, KeyCode code) {
        Node to =
                java.util.Objects.requireNonNullElse(
                        stage.getScene().getFocusOwner(), stage.getScene().getRoot());
        Event.fireEvent(to, event(KeyEvent.KEY_PRESSED, "", code));
        Event.fireEvent(to, event(KeyEvent.KEY_TYPED, character, KeyCode.UNDEFINED));
        Event.fireEvent(to, event(KeyEvent.KEY_RELEASED, "", code));
    }

    private static KeyEvent event(EventType<KeyEvent> type, String character, KeyCode code) {
        return new KeyEvent(type, character, character, code, false, false, false, false);
    }

    void drag(String selector, double right, double down) throws Exception {
        act(
                () -> {
                    Node node = node(selector);
                    Point2D at = node.localToScene(5, 5);
                    mouse(node, MouseEvent.MOUSE_PRESSED, at);
                    for (int i = 1; i <= 10; i++) {
                        mouse(
                                node,
                                MouseEvent.MOUSE_DRAGGED,
                                at.add(right * i / 10, down * i / 10));
                    }
                    mouse(node, MouseEvent.MOUSE_RELEASED, at.add(right, down));
                });
    }

    private static void mouse(Node node, EventType<MouseEvent> type, Point2D at) {
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        true,
                        new PickResult(node, at.getX(), at.getY())));
    }

    /** What a device does is not waited for; its end is seen on the screen. */
    void await(String what, Callable<Boolean> there) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!DrawingThread.drawn(there)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within 20 s: " + what);
            }
            idle();
        }
    }

    void close() throws Exception {
        DrawingThread.drawn(
                () -> {
                    stage.hide();
                    return true;
                });
        app.close();
        console.close();
    }
}

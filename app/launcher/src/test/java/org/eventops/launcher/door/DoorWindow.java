package org.eventops.launcher.door;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.eventops.console.ConsoleApp;
import org.eventops.console.feature.door.duty.Colleague;
import org.eventops.console.platform.BackgroundTaskRunner;
import org.eventops.domain.change.Progress;
import org.eventops.domain.exchange.ImportRequest;
import org.eventops.launcher.wiring.DrawingThread;
import org.eventops.launcher.wiring.OpenConsole;
import org.eventops.launcher.wiring.WindowWiring;

/** The real window over a real store, driven by keys. */
final class DoorWindow {
    /** Each key comes a millisecond after the last, however busy the machine is. */
    private static final AtomicLong MILLIS = new AtomicLong();

    private static final long SLOW = 500;

    private final OpenConsole console;
    private final ConsoleApp app;
    private final Stage stage;

    private DoorWindow(OpenConsole console, ConsoleApp app, Stage stage) {
        this.console = console;
        this.app = app;
        this.stage = stage;
    }

    static DoorWindow open(Path folder, String event) throws Exception {
        DrawingThread.start();
        OpenConsole console = OpenConsole.open(folder.resolve("store"), Clock.systemUTC());
        bring(console, folder, event);
        DoorWindow window = over(console, folder);
        DrawingThread.drawn(
                () -> {
                    window.app.current().choose(window.app.events().rows().getFirst());
                    window.app.screens().open("app.screen.door");
                    return true;
                });
        window.idle();
        return window;
    }

    /** On the list of events, of which there are none. */
    static DoorWindow openEmpty(Path folder) throws Exception {
        DrawingThread.start();
        OpenConsole console = OpenConsole.open(folder.resolve("store"), Clock.systemUTC());
        DoorWindow window = over(console, folder);
        DrawingThread.drawn(
                () -> {
                    window.app.screens().open("app.screen.events");
                    return true;
                });
        window.idle();
        // what stands in an empty table is made with its first layout
        DrawingThread.drawn(() -> window.stage.getScene().snapshot(null));
        return window;
    }

    private static DoorWindow over(OpenConsole console, Path folder) throws Exception {
        DoorWindow window =
                DrawingThread.drawn(
                        () -> {
                            ConsoleApp app = made(console, folder);
                            Stage stage = new Stage();
                            stage.setScene(app.scene(900, 900));
                            stage.show();
                            app.events().load();
                            return new DoorWindow(console, app, stage);
                        });
        window.idle();
        return window;
    }

    private static ConsoleApp made(OpenConsole console, Path folder) {
        return new ConsoleApp(
                WindowWiring.of(console, folder, Clock.systemUTC(), Runnable::run),
                Locale.ENGLISH,
                faults -> new BackgroundTaskRunner(Platform::runLater, faults),
                MILLIS::incrementAndGet);
    }

    private static void bring(OpenConsole console, Path folder, String event) throws IOException {
        Path file = Files.writeString(folder.resolve("event.json"), event);
        var report =
                console.importer()
                        .run(
                                new ImportRequest(file, null, null, false, false, null),
                                Progress.NONE);
        if (!report.ok()) {
            throw new IllegalArgumentException(report.rejected().toString());
        }
    }

    /** Waits until nothing is under way beside the drawing thread. */
    void idle() throws Exception {
        DrawingThread.idle(app);
    }

    /** All characters at once, as a scanner sends them. */
    void burst(String text) throws Exception {
        MILLIS.addAndGet(SLOW);
        DrawingThread.drawn(
                () -> {
                    text.chars().forEach(c -> send((char) c));
                    return true;
                });
        idle();
    }

    /** One character, as a person types it. */
    void key(char character) throws Exception {
        MILLIS.addAndGet(SLOW);
        DrawingThread.drawn(
                () -> {
                    send(character);
                    return true;
                });
    }

    void press(KeyCode code) throws Exception {
        DrawingThread.drawn(
                () -> {
                    fire(event(KeyEvent.KEY_PRESSED, "", code));
                    return true;
                });
        idle();
    }

    private void send(char character) {
        KeyCode code =
                switch (character) {
                    case '\r' -> KeyCode.ENTER;
                    case ' ' -> KeyCode.SPACE;
                    default -> KeyCode.UNDEFINED;
                };
        fire(event(KeyEvent.KEY_PRESSED, "", code));
        typed(character);
        fire(event(KeyEvent.KEY_RELEASED, "", code));
    }

    private void typed(char character) {
        fire(event(KeyEvent.KEY_TYPED, String.valueOf(character), KeyCode.UNDEFINED));
    }

    private void fire(KeyEvent event) {
        javafx.event.Event.fireEvent(focused(), event);
    }

    private static KeyEvent event(
            javafx.event.EventType<KeyEvent> type, String character, KeyCode code) {
        return new KeyEvent(type, character, character, code, false, false, false, false);
    }

    /** As the toolkit does: to what has the focus, else to the scene itself. */
    private javafx.event.EventTarget focused() {
        Scene scene = stage.getScene();
        return scene.getFocusOwner() == null ? scene : scene.getFocusOwner();
    }

    String text(String selector) throws Exception {
        return DrawingThread.drawn(
                () ->
                        switch (stage.getScene().getRoot().lookup(selector)) {
                            case Labeled labeled -> labeled.getText();
                            case javafx.scene.control.TextInputControl field -> field.getText();
                            default -> throw new AssertionError("nothing at " + selector);
                        });
    }

    /** The counts are asked again after each change, beside the scan itself. */
    void awaitText(String selector, String wanted) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!text(selector).equals(wanted)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(selector + " is " + text(selector) + ", not " + wanted);
            }
            idle();
        }
    }

    void fire(String selector) throws Exception {
        DrawingThread.drawn(
                () -> {
                    ((javafx.scene.control.ButtonBase) stage.getScene().getRoot().lookup(selector))
                            .fire();
                    return true;
                });
        idle();
    }

    void write(String selector, String text) throws Exception {
        DrawingThread.drawn(
                () -> {
                    ((javafx.scene.control.TextInputControl)
                                    stage.getScene().getRoot().lookup(selector))
                            .setText(text);
                    return true;
                });
        idle();
    }

    void focus(String selector) throws Exception {
        DrawingThread.drawn(
                () -> {
                    stage.getScene().getRoot().lookup(selector).requestFocus();
                    return true;
                });
    }

    /** Some button of the window that is not the door's. */
    void focusOutside() throws Exception {
        DrawingThread.drawn(
                () -> {
                    stage.getScene().getRoot().lookupAll(".button").stream()
                            .filter(node -> node.isFocusTraversable() && !isOfTheDoor(node))
                            .findFirst()
                            .orElseThrow()
                            .requestFocus();
                    return true;
                });
    }

    private static boolean isOfTheDoor(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.getStyleClass().contains("door")) {
                return true;
            }
        }
        return false;
    }

    /** Ctrl+V with this on the clipboard. */
    void paste(String text) throws Exception {
        DrawingThread.drawn(
                () -> {
                    javafx.scene.input.ClipboardContent content =
                            new javafx.scene.input.ClipboardContent();
                    content.putString(text);
                    javafx.scene.input.Clipboard.getSystemClipboard().setContent(content);
                    fire(
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    KeyCode.V,
                                    false,
                                    true,
                                    false,
                                    false));
                    return true;
                });
        idle();
    }

    boolean shows(String selector) throws Exception {
        return DrawingThread.drawn(() -> stage.getScene().getRoot().lookup(selector) != null);
    }

    void source(String address) throws Exception {
        DrawingThread.drawn(
                () -> {
                    ((javafx.scene.control.ComboBox<?>)
                                    stage.getScene().getRoot().lookup("#camera-source"))
                            .getEditor()
                            .setText(address);
                    return true;
                });
    }

    boolean visible(String selector) throws Exception {
        return DrawingThread.drawn(
                () -> {
                    Node node = stage.getScene().getRoot().lookup(selector);
                    return node != null && isDrawn(node);
                });
    }

    private static boolean isDrawn(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    void awaitVisible(String selector) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!visible(selector)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(selector + " did not come");
            }
            idle();
        }
    }

    /** As the system does when somebody closes the window; whether it stays open. */
    boolean staysOpenWhenClosed() throws Exception {
        return DrawingThread.drawn(
                () -> {
                    WindowEvent event = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
                    stage.getOnCloseRequest().handle(event);
                    return event.isConsumed();
                });
    }

    /** The names in a list of people. */
    List<String> colleagues(String selector) throws Exception {
        return DrawingThread.drawn(
                () -> people(selector).getItems().stream().map(Colleague::name).sorted().toList());
    }

    void choose(String selector, String name) throws Exception {
        DrawingThread.drawn(
                () -> {
                    ListView<Colleague> list = people(selector);
                    list.getItems().stream()
                            .filter(each -> each.name().equals(name))
                            .findFirst()
                            .ifPresentOrElse(
                                    list.getSelectionModel()::select,
                                    () -> {
                                        throw new AssertionError(name + " is not there");
                                    });
                    return true;
                });
    }

    @SuppressWarnings("unchecked")
    private ListView<Colleague> people(String selector) {
        return (ListView<Colleague>) stage.getScene().getRoot().lookup(selector);
    }

    void selectFirst(String selector) throws Exception {
        DrawingThread.drawn(
                () -> {
                    ((ListView<?>) stage.getScene().getRoot().lookup(selector))
                            .getSelectionModel()
                            .selectFirst();
                    return true;
                });
    }

    boolean disabled(String selector) throws Exception {
        return DrawingThread.drawn(() -> stage.getScene().getRoot().lookup(selector).isDisabled());
    }

    /** The store behind the window. */
    DoorStore store() {
        return new DoorStore(console);
    }

    ConsoleApp app() {
        return app;
    }

    void open(String screen) throws Exception {
        DrawingThread.drawn(
                () -> {
                    app.screens().open(screen);
                    return true;
                });
        idle();
        DrawingThread.drawn(
                () -> {
                    // what scrolls is there once it has been laid out
                    stage.getScene().getRoot().applyCss();
                    stage.getScene().getRoot().layout();
                    return true;
                });
    }

    /** The console is switched off and on again, over the same store. */
    DoorWindow again(Path folder) throws Exception {
        DrawingThread.drawn(
                () -> {
                    stage.hide();
                    app.close();
                    return true;
                });
        DoorWindow window =
                DrawingThread.drawn(
                        () -> {
                            ConsoleApp started = made(console, folder);
                            Stage next = new Stage();
                            started.show(next);
                            return new DoorWindow(console, started, next);
                        });
        window.idle();
        return window;
    }

    int events() throws Exception {
        return DrawingThread.drawn(() -> app.events().rows().size());
    }

    int hits() throws Exception {
        return DrawingThread.drawn(
                () ->
                        ((javafx.scene.control.ListView<?>)
                                        stage.getScene().getRoot().lookup("#door-hits"))
                                .getItems()
                                .size());
    }

    void close() throws Exception {
        DrawingThread.drawn(
                () -> {
                    stage.hide();
                    app.close();
                    return true;
                });
        console.close();
    }
}

package org.eventops.launcher.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.eventops.adapters.keystore.SystemKeyStores;
import org.eventops.domain.access.Role;
import org.eventops.domain.unlock.SystemKeyStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started by people, over a real store; what tests do with it. */
abstract class StartedWindow {
    static final String PASSWORD = "lluvia sobre tejado";
    static final String OTHER = "otro tejado con lluvia";
    static final String PIN = "7294";

    @TempDir Path folder;

    FutureTask<Boolean> program = new FutureTask<>(() -> true);

    @BeforeEach
    void toolkit() throws Exception {
        DrawingThread.start();
    }

    @AfterEach
    void ends() throws Exception {
        DrawingThread.drawn(
                () -> {
                    List.copyOf(Window.getWindows()).forEach(Window::hide);
                    return true;
                });
        program.get(60, TimeUnit.SECONDS);
    }

    void people(String... owners) {
        try (OpenConsole console = OpenConsole.open(folder, Clock.systemUTC())) {
            console.people().add("Ana", Role.ADMINISTRATOR, null);
            console.people().add("Berta", Role.ADMINISTRATOR, null);
            console.people().add("Eva", Role.DOOR_STEWARD, null);
            for (String each : owners) {
                console.passwords().give(each, each.equals("Ana") ? PASSWORD : OTHER);
            }
        }
    }

    void start() {
        start(SystemKeyStores.none());
    }

    void start(SystemKeyStore keyStore) {
        WindowStart window =
                new WindowStart(
                        folder, Clock.systemUTC(), Locale.ENGLISH, true, () -> {}, keyStore);
        program =
                new FutureTask<>(
                        () -> {
                            window.run();
                            return true;
                        });
        Thread.ofPlatform().name("program").start(program);
    }

    /** Goes on asking the drawing thread, which has other work between the questions. */
    void await(String what, Callable<Boolean> question) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!DrawingThread.drawn(question)) {
            if (program.isDone()) {
                program.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(
                        what + " is not so; there are " + DrawingThread.drawn(this::ids));
            }
        }
    }

    private List<String> ids() {
        return Window.getWindows().stream()
                .flatMap(each -> each.getScene().getRoot().lookupAll("*").stream())
                .filter(node -> node.getId() != null && RealWindow.isShown(node))
                .map(Node::toString)
                .toList();
    }

    static Optional<Node> find(String selector) {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(each -> each.getScene().getRoot().lookup(selector))
                .filter(node -> node != null && RealWindow.isShown(node))
                .findFirst();
    }

    void shows(String selector) throws Exception {
        await(selector + " is there", () -> find(selector).isPresent());
    }

    void says(String selector, String part) throws Exception {
        await(
                selector + " says " + part,
                () ->
                        find(selector)
                                .filter(Labeled.class::isInstance)
                                .filter(node -> ((Labeled) node).getText().contains(part))
                                .isPresent());
    }

    static void write(String selector, String text) throws Exception {
        DrawingThread.drawn(
                () -> {
                    ((TextInputControl) find(selector).orElseThrow()).setText(text);
                    return true;
                });
    }

    static void fire(String selector) throws Exception {
        DrawingThread.drawn(
                () -> {
                    ((ButtonBase) find(selector).orElseThrow()).fire();
                    return true;
                });
    }

    void unlock(String name, String password) throws Exception {
        await(
                "the list has " + name,
                () ->
                        find("#unlock-people")
                                .filter(list -> ((ListView<?>) list).getItems().contains(name))
                                .isPresent());
        DrawingThread.drawn(
                () -> {
                    ListView<?> list = (ListView<?>) find("#unlock-people").orElseThrow();
                    list.getSelectionModel().select(list.getItems().indexOf(name));
                    return true;
                });
        write("#unlock-password", password);
        fire("#unlock-give");
    }

    boolean leadsTo(String entry) throws Exception {
        return DrawingThread.drawn(
                () ->
                        find(".nav").orElseThrow().lookupAll(".nav-entry").stream()
                                .map(node -> ((Labeled) node).getText().replace("_", ""))
                                .anyMatch(entry::equals));
    }

    void openPeople() throws Exception {
        goTo("People");
        says("#person-name", "Ana");
    }

    static void goTo(String entry) throws Exception {
        DrawingThread.drawn(
                () -> {
                    find(".nav").orElseThrow().lookupAll(".nav-entry").stream()
                            .map(ButtonBase.class::cast)
                            .filter(each -> each.getText().replace("_", "").equals(entry))
                            .findFirst()
                            .orElseThrow()
                            .fire();
                    return true;
                });
    }
}

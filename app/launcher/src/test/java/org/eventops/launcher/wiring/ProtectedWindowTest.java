package org.eventops.launcher.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.eventops.domain.access.Role;
import org.eventops.launcher.bench.BigEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way in and out, as people meet it: the program's own start over a real store. */
class ProtectedWindowTest {
    private static final String PASSWORD = "lluvia sobre tejado";
    private static final String OTHER = "otro tejado con lluvia";
    private static final String PIN = "7294";

    @TempDir Path folder;

    private FutureTask<Boolean> program = new FutureTask<>(() -> true);

    @BeforeEach
    void toolkit() throws Exception {
        FutureTask<Boolean> started = new FutureTask<>(() -> true);
        try {
            Platform.startup(started);
        } catch (IllegalStateException running) {
            Platform.runLater(started);
        }
        started.get(30, TimeUnit.SECONDS);
        Platform.setImplicitExit(false);
    }

    @AfterEach
    void ends() throws Exception {
        drawn(
                () -> {
                    List.copyOf(Window.getWindows()).forEach(Window::hide);
                    return true;
                });
        program.get(60, TimeUnit.SECONDS);
    }

    private void people(String... owners) {
        try (OpenConsole console = OpenConsole.open(folder, Clock.systemUTC())) {
            console.people().add("Ana", Role.ADMINISTRATOR, null);
            console.people().add("Berta", Role.ADMINISTRATOR, null);
            console.people().add("Eva", Role.DOOR_STEWARD, null);
            for (String each : owners) {
                console.passwords().give(each, each.equals("Ana") ? PASSWORD : OTHER);
            }
        }
    }

    private void start() {
        WindowStart window =
                new WindowStart(folder, Clock.systemUTC(), Locale.ENGLISH, true, () -> {});
        program =
                new FutureTask<>(
                        () -> {
                            window.run();
                            return true;
                        });
        Thread.ofPlatform().name("program").start(program);
    }

    private static <T> T drawn(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get(60, TimeUnit.SECONDS);
    }

    /** Goes on asking the drawing thread, which has other work between the questions. */
    private void await(String what, Callable<Boolean> question) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!drawn(question)) {
            if (program.isDone()) {
                program.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " is not so; there are " + drawn(this::ids));
            }
        }
    }

    private List<String> ids() {
        return Window.getWindows().stream()
                .flatMap(each -> each.getScene().getRoot().lookupAll("*").stream())
                .filter(node -> node.getId() != null && isDrawn(node))
                .map(Node::toString)
                .toList();
    }

    private static Optional<Node> find(String selector) {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(each -> each.getScene().getRoot().lookup(selector))
                .filter(node -> node != null && isDrawn(node))
                .findFirst();
    }

    private static boolean isDrawn(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void shows(String selector) throws Exception {
        await(selector + " is there", () -> find(selector).isPresent());
    }

    private void says(String selector, String part) throws Exception {
        await(
                selector + " says " + part,
                () ->
                        find(selector)
                                .filter(Labeled.class::isInstance)
                                .filter(node -> ((Labeled) node).getText().contains(part))
                                .isPresent());
    }

    private static void write(String selector, String text) throws Exception {
        drawn(
                () -> {
                    ((TextInputControl) find(selector).orElseThrow()).setText(text);
                    return true;
                });
    }

    private static void fire(String selector) throws Exception {
        drawn(
                () -> {
                    ((ButtonBase) find(selector).orElseThrow()).fire();
                    return true;
                });
    }

    private void unlock(String name, String password) throws Exception {
        await(
                "the list has " + name,
                () ->
                        find("#unlock-people")
                                .filter(list -> ((ListView<?>) list).getItems().contains(name))
                                .isPresent());
        drawn(
                () -> {
                    ListView<?> list = (ListView<?>) find("#unlock-people").orElseThrow();
                    list.getSelectionModel().select(list.getItems().indexOf(name));
                    return true;
                });
        write("#unlock-password", password);
        fire("#unlock-give");
    }

    private boolean leadsTo(String entry) throws Exception {
        return drawn(
                () ->
                        find(".nav").orElseThrow().lookupAll(".nav-entry").stream()
                                .map(node -> ((Labeled) node).getText().replace("_", ""))
                                .anyMatch(entry::equals));
    }

    @Test
    void theWindowOpensForAPasswordAndShowsWhatThatPersonMayDo() throws Exception {
        people("Ana", "Eva");
        start();
        shows("#unlock-password");
        assertThat(drawn(() -> find(".nav"))).isEmpty();
        unlock("Ana", "wrong");
        says("#unlock-problem", "The password is wrong. 2 more tries");
        unlock("Ana", PASSWORD);
        says("#status-person", "Ana");
        assertThat(leadsTo("Import")).isTrue();
        assertThat(leadsTo("People")).isTrue();
        says("#status-lock", "Lock");

        fire("#status-lock");
        shows("#unlock-password");
        unlock("Eva", OTHER);
        says("#status-person", "Eva");
        assertThat(leadsTo("Door")).isTrue();
        assertThat(leadsTo("Import")).isFalse();
        assertThat(leadsTo("Prepare door")).isFalse();
    }

    @Test
    void closingInsteadOfAPasswordEndsTheProgramWithoutOpeningTheStore() throws Exception {
        people("Ana");
        start();
        shows("#unlock-password");
        ends();
        assertThat(program.get()).isTrue();
    }

    @Test
    void whoeverIsBackAfterTheLockFindsWhatTheyLeft() throws Exception {
        people("Ana");
        start();
        shows("#unlock-password");
        unlock("Ana", PASSWORD);
        says("#status-person", "Ana");
        openPeople();
        shows("#person-add-name");
        write("#person-add-name", "Half a name");
        drawn(
                () -> {
                    Node root = find(".shell").orElseThrow();
                    KeyEvent.fireEvent(
                            root,
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED,
                                    "",
                                    "",
                                    KeyCode.L,
                                    false,
                                    true,
                                    false,
                                    false));
                    return true;
                });
        shows("#unlock-password");
        unlock("Ana", PASSWORD);
        await("the lock is gone", () -> find("#unlock-password").isEmpty());
        assertThat(
                        drawn(
                                () ->
                                        ((TextInputControl) find("#person-add-name").orElseThrow())
                                                .getText()))
                .isEqualTo("Half a name");
    }

    @Test
    void theFirstPasswordIsGivenInTheWindowAndAskedForAtOnce() throws Exception {
        people();
        start();
        says("#status-lock", "Not protected yet");
        fire("#status-lock");
        shows("#people-unprotected");
        await("Ana is chosen", () -> find("#person-name").isPresent());
        write("#person-password", PASSWORD);
        write("#person-password-again", PASSWORD + "x");
        fire("#person-password-give");
        says("#people-problem", "not the same");
        write("#person-password", PASSWORD);
        write("#person-password-again", PASSWORD);
        fire("#person-password-give");
        shows("#unlock-password");
        unlock("Ana", PASSWORD);
        says("#status-person", "Ana");
        says("#status-lock", "Lock");
    }

    private void openPeople() throws Exception {
        goTo("People");
        says("#person-name", "Ana");
    }

    private static void goTo(String entry) throws Exception {
        drawn(
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

    @Test
    void aPinOpensTheDoorAndAPasswordWhatLiesBeyond() throws Exception {
        try (OpenConsole console = OpenConsole.open(folder, Clock.systemUTC())) {
            new BigEvent(2, 0).into(console);
            console.people().add("Eva", Role.DOOR_STEWARD, null);
            console.pins().set("Eva", PIN);
        }
        people("Ana");
        start();
        shows("#unlock-password");
        unlock("Ana", PASSWORD);
        says("#status-person", "Ana");
        await(
                "the event is chosen",
                () -> {
                    ComboBox<?> events = (ComboBox<?>) find(".event-switcher").orElseThrow();
                    events.getSelectionModel().selectFirst();
                    return events.getValue() != null;
                });
        goTo("Door");
        shows("#door-person");
        fire("#door-person");
        shows("#pin-people");
        drawn(
                () -> {
                    ListView<?> list = (ListView<?>) find("#pin-people").orElseThrow();
                    list.getSelectionModel().selectLast();
                    return true;
                });
        write("#pin", PIN);
        fire("#pin-give");
        says("#status-person", "Eva");
        goTo("Live counts");
        await("nobody is asked", () -> find("#unlock-password").isEmpty());
        goTo("People");
        shows("#unlock-password");
        assertThat(drawn(() -> find("#person-name"))).isEmpty();
        unlock("Ana", PASSWORD);
        says("#person-name", "Ana");
        says("#status-person", "Ana");
    }

    @Test
    void aSecondFactorIsBegunAndAWrongCodeDoesNotConfirmIt() throws Exception {
        people("Ana", "Eva");
        start();
        shows("#unlock-password");
        unlock("Ana", PASSWORD);
        says("#status-person", "Ana");
        openPeople();
        shows("#second-begin");
        fire("#second-begin");
        shows("#second-code");
        write("#second-code", "000000");
        fire("#second-confirm");
        says("#people-problem", "not the code of this moment");
    }

    @Test
    void onesOwnPasswordIsChangedOnlyWithTheOldOne() throws Exception {
        people("Ana");
        start();
        shows("#unlock-password");
        unlock("Ana", PASSWORD);
        says("#status-person", "Ana");
        openPeople();
        shows("#person-password-old");
        write("#person-password-old", "wrong");
        write("#person-password", OTHER);
        write("#person-password-again", OTHER);
        fire("#person-password-give");
        says("#people-problem", "nothing was changed");
        write("#person-password-old", PASSWORD);
        write("#person-password", OTHER);
        write("#person-password-again", OTHER);
        fire("#person-password-give");
        says(".toast .label", "opens this console with the new password");
        fire("#status-lock");
        shows("#unlock-password");
        unlock("Ana", OTHER);
        await("the new one opens it", () -> find("#unlock-password").isEmpty());
    }

    @Test
    void whoseRoleChangesSeesTheWindowChange() throws Exception {
        people("Ana", "Berta");
        start();
        shows("#unlock-password");
        unlock("Ana", PASSWORD);
        says("#status-person", "Ana");
        openPeople();
        assertThat(leadsTo("Import")).isTrue();
        drawn(
                () -> {
                    ((ComboBox<?>) find("#person-role").orElseThrow())
                            .getSelectionModel()
                            .select(List.of(Role.values()).indexOf(Role.DOOR_STEWARD));
                    return true;
                });
        fire("#person-role-save");
        await(
                "the way to imports is gone",
                () ->
                        find(".nav")
                                .filter(
                                        nav ->
                                                nav.lookupAll(".nav-entry").stream()
                                                        .noneMatch(
                                                                node ->
                                                                        ((Labeled) node)
                                                                                .getText()
                                                                                .contains("mport")))
                                .isPresent());
        assertThat(leadsTo("Door")).isTrue();
    }
}

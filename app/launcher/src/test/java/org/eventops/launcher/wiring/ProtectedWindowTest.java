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
import org.eventops.adapters.keystore.SystemKeyStores;
import org.eventops.domain.access.Role;
import org.eventops.domain.audit.Deed;
import org.eventops.domain.unlock.KeptSecret;
import org.eventops.domain.unlock.KeyStoreProblem;
import org.eventops.domain.unlock.SystemKeyStore;
import org.eventops.domain.unlock.UnlockAttempt;
import org.eventops.domain.unlock.UnlockOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way in and out, as people meet it: the program's own start over a real store. */
class ProtectedWindowTest {
    private static final String PASSWORD = "lluvia sobre tejado";
    private static final String OTHER = "otro tejado con lluvia";

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
        start(SystemKeyStores.none());
    }

    private void start(SystemKeyStore keyStore) {
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

    /** Keeps one secret, as long as it is not locked. */
    private static final class OneSecret implements SystemKeyStore {
        private volatile KeptSecret kept = new KeptSecret.Missing(KeyStoreProblem.EMPTY);

        @Override
        public Optional<KeyStoreProblem> put(String place, String secret) {
            kept = new KeptSecret.Found(secret);
            return Optional.empty();
        }

        @Override
        public KeptSecret get(String place) {
            return kept;
        }

        @Override
        public Optional<KeyStoreProblem> remove(String place) {
            kept = new KeptSecret.Missing(KeyStoreProblem.EMPTY);
            return Optional.empty();
        }
    }

    @Test
    void whereThatIsAllowedItOpensByItselfAsksAfterTheLockAndMayBeForbiddenAgain()
            throws Exception {
        people("Ana", "Eva");
        OneSecret keyStore = new OneSecret();
        start(keyStore);
        shows("#unlock-password");
        unlock("Ana", PASSWORD);
        says("#status-person", "Ana");
        openPeople();
        says("#computer-state", "with a password only");
        drawn(
                () -> {
                    ComboBox<?> who = (ComboBox<?>) find("#computer-who").orElseThrow();
                    who.getSelectionModel().select(who.getItems().indexOf("Eva"));
                    return true;
                });
        fire("#computer-window");
        fire("#computer-allow");
        says("#computer-state", "the window open the store as Eva");
        ends();

        start(keyStore);
        says("#status-person", "Eva");
        assertThat(leadsTo("Import")).isFalse();
        fire("#status-lock");
        shows("#unlock-password");
        unlock("Ana", PASSWORD);
        says("#status-person", "Ana");
        openPeople();
        shows("#computer-forget");
        fire("#computer-forget");
        says("#computer-state", "with a password only");
        ends();

        start(keyStore);
        shows("#unlock-password");
    }

    @Test
    void aLockedKeyStoreIsSaidWhereThePasswordIsAskedFor() throws Exception {
        people("Ana");
        OneSecret keyStore = new OneSecret();
        try (OpenConsole console =
                OpenConsole.open(
                        folder,
                        Clock.systemUTC(),
                        (UnlockOutcome.Opened)
                                OpenConsole.unlocking(folder, Clock.systemUTC())
                                        .unlock(new UnlockAttempt("Ana", PASSWORD, "")),
                        Deed.UNLOCKED)) {
            Trusted.of(console.store(), folder, Clock.systemUTC(), keyStore).allow("Ana", true);
        }
        keyStore.kept = new KeptSecret.Missing(KeyStoreProblem.LOCKED);
        start(keyStore);
        says("#unlock-computer", "key store is locked");
        unlock("Ana", PASSWORD);
        says("#status-person", "Ana");
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
        drawn(
                () -> {
                    ((ButtonBase)
                                    find(".nav").orElseThrow().lookupAll(".nav-entry").stream()
                                            .filter(
                                                    node ->
                                                            ((Labeled) node)
                                                                    .getText()
                                                                    .contains("Peop"))
                                            .findFirst()
                                            .orElseThrow())
                            .fire();
                    return true;
                });
        says("#person-name", "Ana");
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

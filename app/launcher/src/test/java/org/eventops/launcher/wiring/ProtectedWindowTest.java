package org.eventops.launcher.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.eventops.domain.access.Role;
import org.eventops.launcher.bench.BigEvent;
import org.junit.jupiter.api.Test;

/** The whole way in and out, as people meet it: the program's own start over a real store. */
class ProtectedWindowTest extends StartedWindow {
    @Test
    void theWindowOpensForAPasswordAndShowsWhatThatPersonMayDo() throws Exception {
        people("Ana", "Eva");
        start();
        shows("#unlock-password");
        assertThat(DrawingThread.drawn(() -> find(".nav"))).isEmpty();
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
        DrawingThread.drawn(
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
                        DrawingThread.drawn(
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

    private void atTheDoor(String name, Role role) throws Exception {
        try (OpenConsole console = OpenConsole.open(folder, Clock.systemUTC())) {
            new BigEvent(2, 0).into(console);
            console.people().add(name, role, null);
            console.pins().set(name, PIN);
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
    }

    private void typePin() throws Exception {
        shows("#pin-people");
        DrawingThread.drawn(
                () -> {
                    ListView<?> list = (ListView<?>) find("#pin-people").orElseThrow();
                    list.getSelectionModel().selectLast();
                    return true;
                });
        write("#pin", PIN);
        fire("#pin-give");
    }

    @Test
    void aPinOpensTheDoorAndAPasswordWhatLiesBeyond() throws Exception {
        atTheDoor("Eva", Role.DOOR_STEWARD);
        fire("#door-person");
        typePin();
        says("#status-person", "Eva");
        goTo("Live counts");
        await("nobody is asked", () -> find("#unlock-password").isEmpty());
        goTo("People");
        shows("#unlock-password");
        assertThat(DrawingThread.drawn(() -> find("#person-name"))).isEmpty();
        unlock("Ana", PASSWORD);
        says("#person-name", "Ana");
        says("#status-person", "Ana");
    }

    @Test
    void whoeverEndsAKioskByPinFindsAShutWindow() throws Exception {
        atTheDoor("Luz", Role.DOOR_SUPERVISOR);
        fire("#door-kiosk");
        await("the kiosk is on", () -> find(".nav").isEmpty());
        fire("#door-kiosk");
        typePin();
        shows("#unlock-password");
        unlock("Ana", PASSWORD);
        await("it is open again", () -> find("#unlock-password").isEmpty());
        assertThat(leadsTo("People")).isTrue();
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
        DrawingThread.drawn(
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

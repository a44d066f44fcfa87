package org.eventops.launcher.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import javafx.util.Duration;
import org.eventops.domain.access.Role;
import org.eventops.launcher.wiring.DrawingThread;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KioskWindowTest {
    private static final String EVENT =
            """
            {"eventops": 1,
             "event": {"slug": "gala", "name": "Gala", "timezone": "America/Bogota",
                       "currency": "COP", "starts": "2026-11-20T19:00:00-05:00",
                       "ends": "2026-11-20T23:00:00-05:00", "status": "in_progress"},
             "products": [{"key": "general", "name": "General", "price": "120000.00"}],
             "lists": [{"name": "Main", "products": ["*"]}],
             "orders": [
               {"code": "ORD1", "status": "paid", "tickets": [
                 {"code": "k3v9q0aa", "product": "general", "attendee": {"name": "Ana Peña"}},
                 {"code": "k3v9q0bb", "product": "general", "attendee": {"name": "Luis Gil"}}]}]}
            """;

    @TempDir Path folder;
    private DoorWindow door;

    @BeforeEach
    void open() throws Exception {
        door = DoorWindow.open(folder, EVENT);
    }

    @AfterEach
    void close() throws Exception {
        door.close();
    }

    private void marta() {
        door.store().staff("Marta", Role.DOOR_SUPERVISOR, "4821");
        door.store().staff("Iván", Role.DOOR_STEWARD, "7390");
    }

    /** The curtain has a field of its own. */
    private void pin(String within, String digits) throws Exception {
        door.write(within + " #pin", digits);
        door.fire(within + " #pin-give");
    }

    @Test
    void letsNobodySuperviseWithoutTheirPinOnceThereIsOne() throws Exception {
        marta();
        door.burst("k3v9q0aa\r");
        door.burst("k3v9q0aa\r");
        door.press(KeyCode.F9);
        assertThat(door.visible("#override-reason")).isFalse();
        pin(".door", "1199");
        assertThat(door.text("#pin-problem")).isEqualTo("That is not the PIN. 2 tries left.");
        assertThat(door.visible("#override-reason")).isFalse();
        pin(".door", "4821");
        assertThat(door.visible("#override-reason")).isTrue();
        door.write("#override-reason", "lost the wristband");
        door.fire("#action-override");
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
        assertThat(door.store().scans("Main").getFirst().scan().operator()).isEqualTo("Marta");
        door.press(KeyCode.F9);
        assertThat(door.visible("#override-reason")).isFalse();
    }

    @Test
    void asksForAPinThreeTimesAndThenMakesOneWait() throws Exception {
        marta();
        door.press(KeyCode.F9);
        pin(".door", "1111");
        pin(".door", "1111");
        pin(".door", "1111");
        pin(".door", "4821");
        assertThat(door.text("#pin-problem")).startsWith("Too many tries. Try again at ");
    }

    @Test
    void recordsScansInTheNameOfWhoIsOnDuty() throws Exception {
        marta();
        door.store().staff("Rosa", Role.DOOR_STEWARD, "");
        door.fire("#door-person");
        door.choose(".door #pin-people", "Rosa");
        door.fire(".door #pin-give");
        door.burst("k3v9q0aa\r");
        assertThat(door.store().scans("Main").getFirst().scan().operator()).isEqualTo("Rosa");
        assertThat(door.text("#door-person")).isEqualTo("Rosa");
        assertThat(door.text("#status-person")).isEqualTo("Rosa");
    }

    @Test
    void admitsNothingWhileItIsLockedAndSaysSo() throws Exception {
        marta();
        door.press(KeyCode.F12);
        assertThat(door.visible("#lock-curtain")).isTrue();
        door.burst("k3v9q0aa\r");
        assertThat(door.visible("#lock-heard")).isTrue();
        assertThat(door.store().scans("Main")).isEmpty();
        door.press(KeyCode.F9);
        door.press(KeyCode.F2);
        door.choose("#lock-curtain #pin-people", "Iván");
        pin("#lock-curtain", "7390");
        assertThat(door.visible("#lock-curtain")).isFalse();
        door.burst("k3v9q0aa\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
        assertThat(door.store().scans("Main").getFirst().scan().operator()).isEqualTo("Iván");
    }

    @Test
    void locksByItselfWhenNobodyTouchesIt() throws Exception {
        marta();
        DrawingThread.drawn(
                () -> {
                    door.app().kiosk().idle().after(Duration.millis(150));
                    return true;
                });
        door.awaitVisible("#lock-curtain");
    }

    @Test
    void doesNotLockWhereNobodyCouldOpen() throws Exception {
        door.press(KeyCode.F12);
        assertThat(door.visible("#lock-curtain")).isFalse();
    }

    @Test
    void beginsNoKioskThatNobodyCouldLeave() throws Exception {
        door.store().staff("Iván", Role.DOOR_STEWARD, "7390");
        door.press(KeyCode.F11);
        assertThat(door.shows(".nav")).isTrue();
        assertThat(door.text(".toast .label")).contains("supervisor a PIN");
    }

    @Test
    void isNothingButTheDoorUntilASupervisorEndsIt() throws Exception {
        marta();
        door.press(KeyCode.F11);
        assertThat(door.shows(".nav")).isFalse();
        assertThat(door.shows(".top-bar")).isFalse();
        door.burst("k3v9q0aa\r");
        assertThat(door.text(".verdict-word")).isEqualTo("Come in");
        assertThat(door.visible(".door-side")).isFalse();
        door.key('l');
        assertThat(door.visible(".door-side")).isTrue();
        door.press(KeyCode.F11);
        assertThat(door.colleagues(".door #pin-people")).containsExactly("Marta");
        pin(".door", "4821");
        assertThat(door.shows(".nav")).isTrue();
    }

    @Test
    void isAKioskAgainAfterARestartAndBeginsLocked() throws Exception {
        marta();
        door.press(KeyCode.F11);
        door = door.again(folder);
        door.awaitVisible("#lock-curtain #pin");
        assertThat(door.shows(".nav")).isFalse();
        assertThat(door.staysOpenWhenClosed()).isTrue();
        door.choose("#lock-curtain #pin-people", "Marta");
        pin("#lock-curtain", "4821");
        assertThat(door.staysOpenWhenClosed()).isTrue();
        door.awaitVisible(".door #pin");
        door.press(KeyCode.ESCAPE);
        door.burst("k3v9q0bb\r");
        assertThat(door.text(".verdict-name")).isEqualTo("Luis Gil");
    }

    @Test
    void takesPeopleAndPinsInTheWindow() throws Exception {
        door.open("app.screen.doorSetup");
        door.write("#staff-name", "Marta");
        door.fire("#staff-add");
        door.write("#staff-pin", "4821");
        door.write("#staff-pin-again", "4812");
        door.fire("#staff-pin-set");
        assertThat(door.text("#staff-problem")).contains("not the same");
        door.write("#staff-pin-again", "4821");
        door.fire("#staff-pin-set");
        assertThat(door.store().colleaguesWithPin()).containsExactly("Marta");
    }

    @Test
    void letsOnlyASupervisorChangePinsOnceASupervisorHasOne() throws Exception {
        marta();
        door.open("app.screen.doorSetup");
        assertThat(door.disabled("#staff-pin-set")).isTrue();
        door.fire("#staff-supervisor");
        pin(".door-setup", "4821");
        assertThat(door.disabled("#staff-pin-set")).isFalse();
    }

    @Test
    void saysOverTheDoorAndOnItsOwnPageThatItIsNotReady() throws Exception {
        assertThat(door.visible("#door-not-ready")).isFalse();
        DrawingThread.drawn(
                () -> {
                    door.store().clockAhead("gala", "k3v9q0aa");
                    return true;
                });
        door.open("app.screen.readiness");
        door.open("app.screen.door");
        assertThat(door.visible("#door-not-ready")).isTrue();
        assertThat(door.text("#door-not-ready .label")).startsWith("Not ready: Clock.");
        door.open("app.screen.readiness");
        assertThat(door.text("#readiness-head")).isEqualTo("Not ready yet: one thing is missing");
        assertThat(door.text("#readiness-STAFF")).startsWith("no supervisor has a PIN");
    }
}

package org.eventops.launcher.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eventops.domain.access.NotPermitted;
import org.eventops.domain.access.Role;
import org.eventops.domain.access.Worker;
import org.eventops.domain.door.CheckinAnswer.OverrideUse;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.door.Supervision;
import org.eventops.domain.door.Supervision.Outcome;
import org.eventops.domain.event.EventId;
import org.eventops.domain.people.PinCheck;
import org.eventops.launcher.bench.BigEvent;
import org.eventops.launcher.wiring.OpenConsole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody supervises a door by saying so. */
class SupervisionTest {
    private static final String PIN = "2580";

    @TempDir private Path folder;
    private OpenConsole console;
    private Supervision supervision;
    private EventId event;

    @BeforeEach
    void open() {
        console = OpenConsole.open(folder, Clock.systemUTC());
        new BigEvent(2, 0).into(console);
        event = BigEvent.id(console);
        console.people().assign(event, "Vera", Role.DOOR_SUPERVISOR);
        console.people().assign(event, "Sara", Role.DOOR_STEWARD);
        supervision = console.supervision();
    }

    @AfterEach
    void close() {
        console.close();
    }

    private void works(String name, Role role) {
        console.store()
                .access()
                .take(new Worker(name, Set.of(), Map.of(event.value(), Set.of(role))));
    }

    private Operator withoutPin(String name) {
        return supervision.withoutPin(name, Optional.of(event));
    }

    private Outcome withPin(String name, String digits) {
        return supervision.withPin(name, digits, Optional.of(event));
    }

    private OverrideUse override(Operator who) {
        ScanRequest request =
                new ScanRequest(
                        BigEvent.code(0),
                        ScanKind.ENTRY,
                        Clock.systemUTC().instant(),
                        null,
                        Map.of(),
                        false,
                        "came with the band");
        return console.checkins().checkin(event, BigEvent.LIST, request, who, "door").override();
    }

    @Test
    void whereNothingIsProtectedAndNobodyHasAPinTheRoleOfTheConsoleDecides() {
        assertThat(withoutPin("anybody").supervisor()).isTrue();
        works("Vera", Role.DOOR_SUPERVISOR);
        assertThat(withoutPin("Vera").supervisor()).isTrue();
        works("Sara", Role.DOOR_STEWARD);
        assertThatThrownBy(() -> withoutPin("Sara")).isInstanceOf(NotPermitted.class);
    }

    @Test
    void aStewardDoesNotSuperviseInTheNameOfASupervisorWithoutAPin() {
        works("Sara", Role.DOOR_STEWARD);
        assertThatThrownBy(() -> withoutPin("Vera")).isInstanceOf(NotPermitted.class);
    }

    @Test
    void nobodyComesInASupervisorsWindowUnderAnotherName() {
        works("Vera", Role.DOOR_SUPERVISOR);
        assertThatThrownBy(() -> withoutPin("Sara")).isInstanceOf(NotPermitted.class);
    }

    @Test
    void onceASupervisorHasAPinNobodySupervisesWithout() {
        console.pins().set("Vera", PIN);
        assertThatThrownBy(() -> withoutPin("anybody")).isInstanceOf(NotPermitted.class);
        works("Vera", Role.DOOR_SUPERVISOR);
        assertThatThrownBy(() -> withoutPin("Vera")).isInstanceOf(NotPermitted.class);
    }

    @Test
    void aRightPinSupervisesAWrongOneSaysHowManyTriesAreLeft() {
        console.pins().set("Vera", PIN);
        works("Sara", Role.DOOR_STEWARD);
        assertThat(withPin("Vera", PIN))
                .isInstanceOfSatisfying(
                        Outcome.Granted.class,
                        granted -> {
                            assertThat(granted.operator().supervisor()).isTrue();
                            assertThat(granted.operator().name()).isEqualTo("Vera");
                            assertThat(override(granted.operator()))
                                    .isNotEqualTo(OverrideUse.NOT_A_SUPERVISOR);
                        });
        assertThat(withPin("Vera", "9999")).isEqualTo(new Outcome.Refused(new PinCheck.Wrong(2)));
    }

    @Test
    void aStewardsPinSupervisesNothing() {
        console.pins().set("Sara", PIN);
        assertThatThrownBy(() -> withPin("Sara", PIN)).isInstanceOf(NotPermitted.class);
        assertThat(withPin("Vera", "2581")).isEqualTo(new Outcome.Refused(new PinCheck.None()));
    }

    @Test
    void aStewardsOverrideIsNotTaken() {
        assertThat(override(Operator.steward("Sara"))).isEqualTo(OverrideUse.NOT_A_SUPERVISOR);
    }
}

package org.eventops.launcher.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eventops.domain.access.Role;
import org.eventops.domain.door.CheckinService;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.door.ScanRow;
import org.eventops.domain.people.Person;
import org.eventops.domain.people.PinService;
import org.eventops.launcher.wiring.OpenConsole;

/** What is put into, and found in, the store behind a window. */
record DoorStore(OpenConsole console) {
    /** Somebody at this door; without a PIN when there are no digits. */
    void staff(String name, Role role, String digits) {
        console.store()
                .transactions()
                .write(
                        () -> {
                            console.store().people().save(new Person(name, role, null));
                            return name;
                        });
        if (!digits.isEmpty()) {
            assertThat(pins().set(name, digits)).isEmpty();
        }
    }

    private PinService pins() {
        return new PinService(
                console.store().transactions(),
                console.store().settings(),
                console.store().access(),
                console.store().audit(),
                Clock.systemUTC());
    }

    /** Somebody was let in tomorrow, as this machine's clock had it then. */
    void clockAhead(String event, String code) {
        CheckinService checkins = console.checkins();
        checkins.checkin(
                console.store()
                        .transactions()
                        .read(() -> console.store().events().id(event).orElseThrow()),
                "Main",
                new ScanRequest(
                        code,
                        ScanKind.ENTRY,
                        Instant.now().plus(Duration.ofDays(1)),
                        null,
                        Map.of(),
                        false,
                        null),
                Operator.steward("Ana"),
                "door");
    }

    /** All scans of the list, the latest first. */
    List<ScanRow> scans(String list) {
        return console.store()
                .transactions()
                .read(
                        () ->
                                console.store()
                                        .doorQueries()
                                        .lastScans(
                                                console.store().events().id("gala").orElseThrow(),
                                                list,
                                                100));
    }

    java.util.Set<String> colleaguesWithPin() {
        return pins().owners();
    }

    /** As the store has them. */
    Map<String, String> answers(String code) {
        return console
                .store()
                .transactions()
                .read(() -> console.store().exchange().load("gala").orElseThrow())
                .orders()
                .stream()
                .flatMap(order -> order.tickets().stream())
                .filter(ticket -> ticket.code().equals(code))
                .findFirst()
                .orElseThrow()
                .answers();
    }
}

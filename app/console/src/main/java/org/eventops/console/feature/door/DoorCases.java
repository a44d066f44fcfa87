package org.eventops.console.feature.door;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eventops.console.services.ConsoleServices;
import org.eventops.domain.door.Decider;
import org.eventops.domain.door.DoorRepository;
import org.eventops.domain.door.DoorSetup;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventRow;

/** Finds for pictures and training a ticket that gets a wanted verdict; nothing is recorded. */
final class DoorCases {
    private static final int LOOKED_AT = 3000;

    private final ConsoleServices services;
    private final EventRow event;
    private final String list;

    DoorCases(ConsoleServices services, EventRow event, String list) {
        this.services = services;
        this.event = event;
        this.list = list;
    }

    Optional<String> codeFor(Verdict wanted) {
        if (wanted == Verdict.UNKNOWN_TICKET) {
            return Optional.of("X7-0000-0000");
        }
        return services.store().transactions().read(() -> inside(wanted));
    }

    private Optional<String> inside(Verdict wanted) {
        DoorRepository doors = services.door().doors();
        Optional<DoorSetup> setup = doors.setup(event.id(), list);
        Decider decider = new Decider();
        return setup.flatMap(
                door ->
                        codes().stream()
                                .filter(code -> decides(decider, doors, door, code) == wanted)
                                .findFirst());
    }

    private List<String> codes() {
        List<String> codes = new ArrayList<>();
        services.events()
                .ticketing()
                .attendees(
                        event.id(),
                        row -> {
                            if (codes.size() < LOOKED_AT) {
                                codes.add(row.code());
                                codes.add(row.order());
                            }
                        });
        return codes;
    }

    private Verdict decides(Decider decider, DoorRepository doors, DoorSetup door, String code) {
        ScanRequest request =
                new ScanRequest(
                        code,
                        ScanKind.ENTRY,
                        services.facts().clock().instant(),
                        null,
                        Map.of(),
                        false,
                        null);
        return decider.decide(doors.knowledge(door, code), request).verdict();
    }
}

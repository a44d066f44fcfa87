package org.eventops.launcher.cli;

import java.util.Set;
import java.util.stream.Collectors;
import org.eventops.domain.door.CheckinAnswer;
import org.eventops.domain.door.Gate;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.ScanRequest;
import org.eventops.launcher.wiring.OpenConsole;

/** One list of one event, at which the command line stands as whoever unlocked it. */
final class CheckinDesk {
    private final OpenConsole console;
    private final ChosenEvent event;
    private final String list;
    private final Operator operator;
    private final String device;
    private final Set<String> gates;

    CheckinDesk(OpenConsole console, ChosenEvent event, String list) {
        this.console = console;
        this.event = event;
        this.list = list;
        this.operator = new CommandPerson(console).at(event.id());
        this.device = console.deviceName();
        this.gates =
                console
                        .store()
                        .transactions()
                        .read(() -> console.store().doorQueries().gates(event.id()))
                        .stream()
                        .map(Gate::key)
                        .collect(Collectors.toUnmodifiableSet());
    }

    Answered checkin(ScanRequest request) {
        long begun = System.nanoTime();
        CheckinAnswer answer =
                console.checkins().checkin(event.id(), list, request, operator, device);
        return new Answered(request, answer, (System.nanoTime() - begun) / 1000);
    }

    ChosenEvent event() {
        return event;
    }

    String list() {
        return list;
    }

    Set<String> gates() {
        return gates;
    }

    /**
     * @param micros from the question to the durable answer
     */
    record Answered(ScanRequest request, CheckinAnswer answer, long micros) {}
}

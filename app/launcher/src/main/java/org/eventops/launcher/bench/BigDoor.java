package org.eventops.launcher.bench;

import java.time.Clock;
import org.eventops.domain.door.CheckinAnswer;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.door.Verdict;
import org.eventops.domain.event.EventId;
import org.eventops.launcher.wiring.OpenConsole;

/** The door of the big event. */
public record BigDoor(OpenConsole console, Clock clock, EventId event) {
    private static final String NAME = "bench";

    /** The event has to be in the store. */
    public static BigDoor of(OpenConsole console, Clock clock) {
        return new BigDoor(console, clock, BigEvent.id(console));
    }

    public CheckinAnswer scan(int ticket) {
        return console.checkins()
                .checkin(
                        event,
                        BigEvent.LIST,
                        ScanRequest.entry(BigEvent.code(ticket), clock.instant()),
                        Operator.steward(NAME),
                        NAME);
    }

    /** One whose time counts: any other answer than of a ticket that is good ends the run. */
    void measured(int ticket) {
        Verdict verdict = scan(ticket).decision().verdict();
        if (verdict != Verdict.ADMITTED && verdict != Verdict.ALREADY_IN) {
            throw new IllegalStateException("not what was to be measured: " + verdict);
        }
    }
}

package org.eventops.launcher.cli;

import org.eventops.domain.access.OfEvent;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.ScanId;
import org.eventops.launcher.wiring.OpenConsole;

/** In whose name a command works: whoever unlocked the store, else who is logged in here. */
record CommandPerson(OpenConsole console) {
    /** A supervisor is who is one at this event. */
    Operator at(OfEvent event) {
        return Operator.working(console.store().access(), console.person(), event);
    }

    /** The same at the event at which this was scanned; nobody's is nobody's to supervise. */
    Operator at(ScanId scan) {
        return console.store()
                .transactions()
                .read(() -> console.store().doors().scan(scan))
                .map(this::at)
                .orElseGet(() -> Operator.steward(console.person()));
    }
}

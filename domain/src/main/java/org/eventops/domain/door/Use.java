package org.eventops.domain.door;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the scans of a ticket on one list say of it. Latest means recorded last, not by clock. */
final class Use {
    private Use() {}

    static List<Scan> counted(TicketFacts facts) {
        return facts.scans().stream().filter(Scan::counts).toList();
    }

    static List<Scan> entries(TicketFacts facts) {
        return facts.scans().stream()
                .filter(scan -> scan.counts() && scan.kind() == ScanKind.ENTRY)
                .toList();
    }

    static List<Instant> entryTimes(TicketFacts facts) {
        return entries(facts).stream().map(Scan::at).toList();
    }

    static boolean hasEntered(TicketFacts facts) {
        return !entries(facts).isEmpty();
    }

    static boolean isInside(TicketFacts facts) {
        List<Scan> counted = counted(facts);
        return !counted.isEmpty() && counted.getLast().kind() == ScanKind.ENTRY;
    }

    /** The first entry of a ticket that may not go in again now; empty when it may. */
    static Optional<Scan> spentBy(TicketFacts facts, CheckinList list) {
        if (list.multipleEntry() || (list.reentryAfterExit() && !isInside(facts))) {
            return Optional.empty();
        }
        return entries(facts).stream().findFirst();
    }
}

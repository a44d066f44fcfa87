package org.eventops.domain.door;

import org.eventops.domain.door.rule.Rule;

/** One ticket at one door at one moment: what every policy looks at. */
record Candidacy(DoorSetup setup, Rule rule, TicketFacts facts, ScanRequest request) {
    CheckinList list() {
        return setup.list();
    }

    boolean isEntry() {
        return request.kind() == ScanKind.ENTRY;
    }
}

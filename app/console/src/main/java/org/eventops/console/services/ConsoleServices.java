package org.eventops.console.services;

import org.eventops.domain.readiness.Readiness;

/** All that the window works with; built by the launcher. */
public record ConsoleServices(
        StoreServices store,
        EventServices events,
        DoorServices door,
        TicketServices tickets,
        BadgeServices badges,
        RehearsalServices rehearsals,
        FileServices files,
        PeopleServices people,
        SyncServices sync,
        Readiness readiness,
        ConsoleFacts facts) {
    /** The same with another exchange, as for pictures. */
    public ConsoleServices with(SyncServices other) {
        return new ConsoleServices(
                store,
                events,
                door,
                tickets,
                badges,
                rehearsals,
                files,
                people,
                other,
                readiness,
                facts);
    }
}

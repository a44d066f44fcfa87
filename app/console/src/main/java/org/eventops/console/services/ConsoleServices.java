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
    /** The same over another store and another exchange, as for pictures. */
    public ConsoleServices with(StoreServices otherStore, SyncServices otherSync) {
        return new ConsoleServices(
                otherStore,
                events,
                door,
                tickets,
                badges,
                rehearsals,
                files,
                people,
                otherSync,
                readiness,
                facts);
    }
}

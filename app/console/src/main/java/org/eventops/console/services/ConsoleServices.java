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
        Readiness readiness,
        ConsoleFacts facts) {}

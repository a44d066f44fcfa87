package org.eventops.console.services;

/** All that the window works with; built by the launcher. */
public record ConsoleServices(
        StoreServices store,
        EventServices events,
        DoorServices door,
        BadgeServices badges,
        FileServices files,
        PeopleServices people,
        ConsoleFacts facts) {}

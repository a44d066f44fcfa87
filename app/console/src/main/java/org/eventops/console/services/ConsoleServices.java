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
        AccessServices access,
        SyncServices sync,
        BackupServices backups,
        Readiness readiness,
        HealthServices health,
        ConsoleFacts facts) {
    /** The same over another store, another exchange and another way in, as for pictures. */
    public ConsoleServices with(
            StoreServices otherStore, SyncServices otherSync, AccessServices otherAccess) {
        return with(otherStore, otherAccess, otherSync, health, facts);
    }

    /** The same for somebody else who works here. */
    public ConsoleServices of(String person) {
        ConsoleFacts theirs =
                new ConsoleFacts(
                        facts.clock(),
                        facts.lidShut(),
                        facts.storePlace(),
                        facts.opening(),
                        person);
        return with(store, access, sync, health, theirs);
    }

    /** The same in other health, as for pictures. */
    public ConsoleServices with(HealthServices otherHealth) {
        return with(store, access, sync, otherHealth, facts);
    }

    private ConsoleServices with(
            StoreServices otherStore,
            AccessServices otherAccess,
            SyncServices otherSync,
            HealthServices otherHealth,
            ConsoleFacts otherFacts) {
        return new ConsoleServices(
                otherStore,
                events,
                door,
                tickets,
                badges,
                rehearsals,
                files,
                people,
                otherAccess,
                otherSync,
                backups,
                readiness,
                otherHealth,
                otherFacts);
    }
}

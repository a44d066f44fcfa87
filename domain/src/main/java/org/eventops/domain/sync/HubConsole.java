package org.eventops.domain.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of an organisation's consoles, as its administrators see it.
 *
 * @param role a word as the hub writes it, see {@link ConsoleRole}
 * @param events ids of those it is for; empty means all that its role may see
 * @param letIn when it first connected, null if it has not yet
 * @param validUntil until when its enrolment can be used, by the hub's clock; null once it was
 * @param takenOut null if it was not
 * @param here whether it is this one
 */
public record HubConsole(
        UUID id,
        String name,
        String role,
        List<UUID> events,
        State state,
        @Nullable Instant letIn,
        @Nullable Instant validUntil,
        @Nullable Instant takenOut,
        boolean here) {
    public HubConsole {
        events = List.copyOf(events);
    }

    /** In a word. */
    public enum State {
        /** Its enrolment waits to be used. */
        INVITED,
        /** Its enrolment was not used in time. */
        EXPIRED,
        /** It takes part. */
        IN,
        /** It was taken out. */
        OUT
    }
}

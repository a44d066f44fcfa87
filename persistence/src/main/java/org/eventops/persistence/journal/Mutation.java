package org.eventops.persistence.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One transaction of the store as the journal keeps it.
 *
 * @param number 1, 2, 3 … on this console; an aborted one leaves its number unused
 * @param id the same for ever, wherever it is applied
 * @param at hybrid time
 * @param changes encoded row changes, in the order in which they were made
 */
public record Mutation(long number, UUID id, Instant at, Origin origin, List<byte[]> changes) {
    /** Who made it. */
    public enum Origin {
        /** This console: it is durable before anybody is told, and goes to the hub. */
        HERE,
        /** What came from the hub: it can be fetched again, so it is not waited for. */
        HUB
    }
}

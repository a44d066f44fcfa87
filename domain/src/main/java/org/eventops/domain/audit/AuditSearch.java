package org.eventops.domain.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which lines are looked for.
 *
 * @param scope an event
 * @param deed only this one was done; empty for whatever
 * @param from the earliest
 * @param until the first that is too late
 * @param most how many at most
 */
public record AuditSearch(
        Sought sought,
        Optional<UUID> scope,
        Optional<Deed> deed,
        Instant from,
        Instant until,
        int most) {
    /** All, up to a number. */
    public static AuditSearch newest(int most) {
        return new AuditSearch(
                Sought.text(""),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Instant.MAX,
                most);
    }
}

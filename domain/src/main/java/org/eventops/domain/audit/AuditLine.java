package org.eventops.domain.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit.
 *
 * @param what what was done, by whom and to what
 * @param details before and after as JSON; null when there are none, or they were taken away
 * @param salt of the details' digest, taken away with them
 * @param link where it hangs in its chain
 */
public record AuditLine(
        UUID id, What what, @Nullable String details, @Nullable String salt, Link link) {
    /**
     * @param who by name; empty while nobody protects the store
     * @param device name of the console
     * @param scope the event it belongs to, or the organisation's own id
     * @param table empty if it is no row's
     * @param changed how many rows
     */
    public record What(
            Instant at,
            String who,
            String device,
            UUID scope,
            Deed deed,
            String table,
            @Nullable UUID row,
            int changed) {}

    /**
     * @param chain those of long writes, which run beside others, hang in one of their own
     * @param number within the chain, from 1
     * @param digest of details and salt, hexadecimal; stays when they are taken away
     * @param previous hash of the line before; empty for the first
     * @param hash of this line, hexadecimal
     */
    public record Link(int chain, long number, String digest, String previous, String hash) {}

    /** Whether there were details once. */
    boolean wasStripped() {
        return details == null && !link.digest().equals(AuditSeal.NOTHING);
    }
}

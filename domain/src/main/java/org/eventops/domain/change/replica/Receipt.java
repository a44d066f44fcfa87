package org.eventops.domain.change.replica;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The hub's word on one mutation; given once, and the same whenever it is asked again.
 *
 * @param upTo for each scope it touched (of those the device may read) the sequence number that the
 *     feed must have passed before the mutation is no longer laid over what the feed says
 * @param reason of a rejection, a word of docs/sync.md; null otherwise
 */
public record Receipt(
        long number, UUID id, Outcome outcome, @Nullable String reason, Map<UUID, Long> upTo) {
    /** What became of it. */
    public enum Outcome {
        APPLIED,
        MERGED,
        CONFLICT,
        REJECTED
    }

    public Receipt {
        upTo = Map.copyOf(upTo);
    }
}

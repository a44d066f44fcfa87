package org.eventops.domain.change.replica;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One local transaction on its way to the hub.
 *
 * @param number grows from one to the next of the same console, not always by one
 * @param id the same for ever, wherever it is applied
 * @param at hybrid time, whole microseconds: never before that of a change this console had seen
 * @param changes in the order in which they were made; empty when it is large
 * @param large more than fits one call: its changes are read in parts
 */
public record LocalMutation(
        long number, UUID id, Instant at, List<RowChange> changes, boolean large) {
    public LocalMutation {
        changes = List.copyOf(changes);
    }
}

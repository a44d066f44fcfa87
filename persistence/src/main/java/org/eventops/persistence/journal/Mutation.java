package org.eventops.persistence.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One local transaction as the journal keeps it.
 *
 * @param number 1, 2, 3 … on this console; an aborted one leaves its number unused
 * @param id the same for ever, wherever it is applied
 * @param changes encoded row changes, in the order in which they were made
 */
public record Mutation(long number, UUID id, Instant at, List<byte[]> changes) {}

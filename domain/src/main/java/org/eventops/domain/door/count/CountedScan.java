package org.eventops.domain.door.count;

import java.time.Instant;
import java.util.UUID;
import org.eventops.domain.door.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * As much of a scan as is counted.
 *
 * @param list id of the list
 * @param ticket id of the ticket, absent for a code that no ticket has
 */
public record CountedScan(
        UUID list, @Nullable UUID ticket, Verdict verdict, @Nullable String gate, Instant at) {}

package org.eventops.domain.door.count;

import java.time.Instant;

/**
 * @param start on a full ten minutes of the event's clock
 * @param entries scans that let somebody in, from {@code start} for ten minutes
 */
public record TenMinutes(Instant start, int entries, int exits) {}

package org.eventops.domain.privacy;

import java.time.Instant;

/**
 * An event whose attendees have been kept for as long as was laid down.
 *
 * @param tickets that still say something of a person
 * @param since when its time was over
 */
public record DueEvent(KeptEvent event, int tickets, Instant since) {}

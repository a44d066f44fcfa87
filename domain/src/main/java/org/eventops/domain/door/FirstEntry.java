package org.eventops.domain.door;

import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The first entry that counts for a ticket on a list.
 *
 * @param at in the event's zone
 * @param gate name of the gate, or its key where the event no longer has it
 */
public record FirstEntry(
        ScanId scan,
        ZonedDateTime at,
        @Nullable String gate,
        @Nullable String operator,
        @Nullable String device) {}

package org.eventops.domain.sync;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A conflict with what a person needs to judge it.
 *
 * @param mine which side is this console's
 * @param label what the row is called; null if it has no name or is not here
 * @param event name of the event, null for what belongs to the organisation
 * @param zone of the event, null for what belongs to the organisation
 * @param currency of the row's amounts, null if it has none
 * @param list name of the check-in list of a duplicate entry, null for all else
 */
public record ConflictCase(
        Conflict conflict,
        Choice mine,
        SideContent loser,
        SideContent winner,
        @Nullable String label,
        @Nullable String event,
        @Nullable ZoneId zone,
        @Nullable String currency,
        @Nullable String list) {
    public boolean isOpen() {
        return conflict.resolved() == null;
    }
}

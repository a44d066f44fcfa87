package org.eventops.domain.door;

import org.eventops.domain.change.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * What became of one scan at the door.
 *
 * @param scan the scan as it was kept; absent when nothing could be kept ({@code ERROR})
 * @param setup the door it was decided for; absent when that could not be read
 * @param override what became of the supervisor's reason that came with it
 * @param failure why the store could not keep it, for the status bar and the log
 */
public record CheckinAnswer(
        Decision decision,
        @Nullable Scan scan,
        @Nullable DoorSetup setup,
        OverrideUse override,
        @Nullable StoreException failure) {

    /** What became of an override. */
    public enum OverrideUse {
        NOT_GIVEN,
        USED,
        /** There was nothing to pass over, or nothing that may be passed over. */
        NOT_USED,
        /** Only a supervisor overrides; the scan was decided without it. */
        NOT_A_SUPERVISOR,
        /** An override needs a reason; the scan was decided without it. */
        NO_REASON
    }
}

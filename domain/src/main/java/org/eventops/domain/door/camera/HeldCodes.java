package org.eventops.domain.door.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A code that is held in front of a camera is one scan, however many frames show it; it is another
 * once it has been away for a while. Codes do not delay one another. Of one thread.
 */
public final class HeldCodes {
    private final Duration away;
    private final Map<String, Instant> lastSeen = new HashMap<>();

    /**
     * @param away how long a code must not have been seen to count again
     */
    public HeldCodes(Duration away) {
        this.away = away;
    }

    /**
     * @param at of the frame; never earlier than that of the frame before
     * @return whether this is a scan
     */
    public boolean isNew(String code, Instant at) {
        lastSeen.values().removeIf(seen -> seen.plus(away).isBefore(at));
        return lastSeen.put(code, at) == null;
    }
}

package org.eventops.console.shell;

import java.time.Duration;
import java.time.Instant;

/**
 * Notices that the computer slept, as when its lid was closed: nobody was told the time for much
 * longer than usual.
 */
final class SleepWatch {
    private final Duration longest;
    private Instant last;

    /**
     * @param longest between two looks at the clock while the computer is awake
     */
    SleepWatch(Duration longest, Instant now) {
        this.longest = longest;
        this.last = now;
    }

    /** Whether it slept since the last look; also when its clock was put forward. */
    boolean slept(Instant now) {
        boolean slept = Duration.between(last, now).compareTo(longest) > 0;
        last = now;
        return slept;
    }
}

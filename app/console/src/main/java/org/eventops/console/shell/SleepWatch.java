package org.eventops.console.shell;

import java.time.Duration;
import java.time.Instant;

/**
 * Notices that the computer was left: its lid was shut, or it slept, since nobody was told the time
 * for much longer than usual.
 */
final class SleepWatch {
    private final Duration longest;
    private Instant last;
    private boolean shut;

    /**
     * @param longest between two looks while the computer is awake
     */
    SleepWatch(Duration longest, Instant now) {
        this.longest = longest;
        this.last = now;
    }

    /**
     * Whether it was left since the last look; also when its clock was put forward. A lid that
     * stays shut, as with a second screen, is left once.
     *
     * @param lidShut as it is now
     */
    boolean left(Instant now, boolean lidShut) {
        boolean slept = Duration.between(last, now).compareTo(longest) > 0;
        boolean justShut = lidShut && !shut;
        last = now;
        shut = lidShut;
        return slept || justShut;
    }
}

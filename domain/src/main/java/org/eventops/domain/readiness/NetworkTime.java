package org.eventops.domain.readiness;

import java.io.IOException;
import java.time.Duration;

/** The right time, from the network. */
@FunctionalInterface
public interface NetworkTime {
    /**
     * How far this machine's clock is ahead; negative when it is behind. Waits two seconds at most.
     *
     * @throws IOException if nobody answered
     */
    Duration ahead() throws IOException;
}

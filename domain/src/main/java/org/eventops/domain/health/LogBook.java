package org.eventops.domain.health;

import java.io.IOException;
import java.time.Instant;

/** What the program has written down of itself. */
public interface LogBook {
    /**
     * How many errors stand there, of this moment or later.
     *
     * @throws IOException if it cannot be read
     */
    int errorsSince(Instant since) throws IOException;
}

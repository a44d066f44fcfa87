package org.eventops.domain.readiness;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.eventops.domain.failure.CircuitBreaker;

/** Does not make people wait for a network that has just shown that it is not there. */
public final class ShieldedTime implements NetworkTime {
    private static final int FAILURES = 2;
    private static final Duration WITHIN = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final NetworkTime time;
    private final CircuitBreaker breaker;

    /**
     * @param nanos goes on evenly, whatever becomes of the clock
     */
    public ShieldedTime(NetworkTime time, LongSupplier nanos) {
        this.time = time;
        this.breaker = new CircuitBreaker(FAILURES, WITHIN, PAUSE, nanos);
    }

    @Override
    public Duration ahead() throws IOException {
        if (!breaker.mayAsk()) {
            throw new IOException("no answer a moment ago");
        }
        try {
            Duration ahead = time.ahead();
            breaker.answered();
            return ahead;
        } catch (IOException | RuntimeException | Error e) {
            breaker.failed();
            throw e;
        }
    }
}

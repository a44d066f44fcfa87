package org.eventops.sync.engine;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.eventops.domain.change.replica.Replica.Membership;
import org.jspecify.annotations.Nullable;

/** The connection to the hub, and how long to leave it alone after a failure. */
final class Session {
    private static final Duration FIRST_WAIT = Duration.ofMillis(250);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Connector connector;
    private final String program;
    private final Time time;
    private @Nullable Hub hub;
    private int failures;
    private long notBefore;

    Session(Connector connector, String program, Time time) {
        this.connector = connector;
        this.program = program;
        this.time = time;
        this.notBefore = time.in(Duration.ZERO);
    }

    boolean isOpen() {
        return hub != null;
    }

    /** Only while it is open. */
    Hub hub() {
        return Objects.requireNonNull(hub);
    }

    Hub.Welcome open(Membership membership, @Nullable UUID last) throws HubProblem {
        Hub opened = connector.connect();
        hub = opened;
        Hub.Welcome welcome = opened.hello(new Hub.Hello(Hub.PROTOCOL, program, last));
        UUID device = welcome.device();
        if (!device.equals(membership.device()) || !welcome.tenant().equals(membership.tenant())) {
            throw new HubProblem(HubProblem.Kind.BROKEN, "the hub knows this login as " + device);
        }
        return welcome;
    }

    void close() {
        Hub closing = hub;
        hub = null;
        if (closing != null) {
            closing.close();
        }
    }

    /** An answer came. */
    void answered() {
        failures = 0;
    }

    /** Waits longer each time, never quite as long as the others do. */
    Duration failed() {
        close();
        Duration full = FIRST_WAIT.multipliedBy(1L << Math.min(failures++, 10));
        Duration most = full.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : full;
        long half = most.toNanos() / 2;
        Duration wait = Duration.ofNanos(half + time.random().nextLong(half + 1));
        notBefore = time.in(wait);
        return wait;
    }

    Duration pause() {
        return time.until(notBefore);
    }

    void hurry() {
        notBefore = time.in(Duration.ZERO);
    }
}

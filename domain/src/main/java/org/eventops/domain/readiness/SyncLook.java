package org.eventops.domain.readiness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eventops.domain.sync.SyncControl;
import org.eventops.domain.sync.SyncStatus;
import org.eventops.domain.sync.SyncStatus.State;

/** Whether this door will know what happens at the others. */
public final class SyncLook {
    static final Duration SLIGHT = Duration.ofSeconds(2);
    static final Duration WRONG = Duration.ofMinutes(1);
    private static final int PERCENT = 100;
    private static final double MILLIS = 1000;

    private final SyncControl sync;
    private final Clock clock;

    public SyncLook(SyncControl sync, Clock clock) {
        this.sync = sync;
        this.clock = clock;
    }

    Finding find() {
        SyncStatus status = sync.status();
        return switch (status.state()) {
            case ALONE -> Finding.good(Topic.SYNC, "none");
            case OFF -> Finding.advice(Topic.SYNC, "off");
            case AWAY -> Finding.bad(Topic.SYNC, "tooLong", status.waiting());
            case LOCKED -> Finding.bad(Topic.SYNC, "locked", status.waiting());
            case LOADING -> loading(status);
            case CONNECTING, UNREACHABLE -> away(status);
            case UP_TO_DATE, EXCHANGING -> clock(status).orElseGet(() -> connected(status));
        };
    }

    private static Finding loading(SyncStatus status) {
        long percent = (long) Math.floor(status.loaded() * PERCENT);
        return status.doorReady()
                ? Finding.advice(Topic.SYNC, "loadingRest", percent)
                : Finding.bad(Topic.SYNC, "loading", percent);
    }

    private Finding away(SyncStatus status) {
        if (!status.doorReady()) {
            return Finding.bad(Topic.SYNC, "notLoaded");
        }
        Instant last = status.lastExchange();
        return last == null
                ? Finding.advice(Topic.SYNC, "never", status.waiting())
                : Finding.advice(Topic.SYNC, "away", status.waiting(), minutes(last));
    }

    private long minutes(Instant since) {
        return Math.max(0, Duration.between(since, clock.instant()).toMinutes());
    }

    private static Optional<Finding> clock(SyncStatus status) {
        Duration ahead = status.clockAhead();
        if (ahead == null || ahead.abs().compareTo(SLIGHT) <= 0) {
            return Optional.empty();
        }
        double seconds = ahead.toMillis() / MILLIS;
        return Optional.of(
                ahead.abs().compareTo(WRONG) > 0
                        ? Finding.bad(Topic.SYNC, "clock", seconds)
                        : Finding.advice(Topic.SYNC, "clock", seconds));
    }

    private static Finding connected(SyncStatus status) {
        if (status.conflicts() > 0) {
            return Finding.advice(Topic.SYNC, "conflicts", status.conflicts());
        }
        boolean all = status.state() == State.UP_TO_DATE && status.waiting() == 0;
        return all
                ? Finding.good(Topic.SYNC, "upToDate")
                : Finding.good(Topic.SYNC, "sending", status.waiting());
    }
}

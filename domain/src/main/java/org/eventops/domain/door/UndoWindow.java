package org.eventops.domain.door;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Who may take a scan back, and for how long. */
final class UndoWindow {
    private static final Duration STEWARD = Duration.ofSeconds(60);
    private static final int TIME_ORDERED = 7;

    private final Clock clock;

    UndoWindow(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Why it may not be taken back; empty when it may. */
    Optional<UndoOutcome> refusal(Scan scan, Operator operator, boolean withReason) {
        if (scan.undone() != null) {
            return Optional.of(new UndoOutcome.AlreadyUndone(scan.undone()));
        }
        if (!scan.verdict().counts()) {
            return Optional.of(new UndoOutcome.NothingToUndo(scan.verdict()));
        }
        Instant until = recorded(scan).plus(STEWARD);
        if (!clock.instant().isAfter(until)) {
            return Optional.empty();
        }
        if (!operator.supervisor()) {
            return Optional.of(new UndoOutcome.TooLate(until));
        }
        return withReason ? Optional.empty() : Optional.of(new UndoOutcome.ReasonNeeded());
    }

    /**
     * When it was recorded, which its key tells to the millisecond. The instant it was decided for
     * may be another one; it is all there is for a scan whose key came from another program.
     */
    static Instant recorded(Scan scan) {
        UUID key = scan.id().value();
        return key.version() == TIME_ORDERED
                ? Instant.ofEpochMilli(key.getMostSignificantBits() >>> 16)
                : scan.at();
    }
}

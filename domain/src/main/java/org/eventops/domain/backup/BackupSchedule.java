package org.eventops.domain.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a backup is due: a full one each day, an incremental one each hour in between. */
public final class BackupSchedule {
    public static final Duration FULL_EACH = Duration.ofDays(1);
    public static final Duration INCREMENTAL_EACH = Duration.ofHours(1);

    private BackupSchedule() {}

    /**
     * When each kind was last taken; a time in the future, as after a clock was put right, counts
     * as none.
     *
     * @param any of either kind
     */
    public record Last(Optional<Instant> full, Optional<Instant> any) {}

    /** Empty while nothing is due. */
    public static Optional<BackupKind> due(Instant now, Last last) {
        if (isOver(now, last.full(), FULL_EACH)) {
            return Optional.of(BackupKind.FULL);
        }
        return isOver(now, last.any(), INCREMENTAL_EACH)
                ? Optional.of(BackupKind.INCREMENTAL)
                : Optional.empty();
    }

    private static boolean isOver(Instant now, Optional<Instant> before, Duration each) {
        return before.isEmpty()
                || before.get().isAfter(now)
                || !before.get().plus(each).isAfter(now);
    }
}

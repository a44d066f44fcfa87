package org.eventops.domain.readiness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eventops.domain.backup.BackupPlaces;
import org.eventops.domain.backup.BackupSchedule;

/** Whether what is here would outlive this computer. */
public final class BackupLook {
    private final BackupPlaces places;
    private final Clock clock;

    public BackupLook(BackupPlaces places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    Finding find() {
        Optional<Instant> last = places.lastSound();
        if (last.isEmpty()) {
            return Finding.advice(Topic.BACKUP, "none");
        }
        Duration age = Duration.between(last.get(), clock.instant());
        if (age.compareTo(BackupSchedule.FULL_EACH) > 0) {
            return Finding.advice(Topic.BACKUP, "old", age.toDays());
        }
        return places.second().isEmpty()
                ? Finding.good(Topic.BACKUP, "here", Math.max(0, age.toMinutes()))
                : Finding.good(Topic.BACKUP, "twice", Math.max(0, age.toMinutes()));
    }
}

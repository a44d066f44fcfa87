package org.eventops.domain.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackupScheduleTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private static Optional<BackupKind> due(Duration full, Duration any) {
        return BackupSchedule.due(
                NOW,
                new BackupSchedule.Last(Optional.of(NOW.minus(full)), Optional.of(NOW.minus(any))));
    }

    @Test
    void theFirstIsAFullOne() {
        assertThat(
                        BackupSchedule.due(
                                NOW, new BackupSchedule.Last(Optional.empty(), Optional.empty())))
                .contains(BackupKind.FULL);
    }

    @Test
    void aFullOneEachDayAndTheOthersEachHour() {
        assertThat(due(Duration.ofHours(24), Duration.ofMinutes(1))).contains(BackupKind.FULL);
        assertThat(due(Duration.ofHours(23), Duration.ofHours(1))).contains(BackupKind.INCREMENTAL);
        assertThat(due(Duration.ofHours(23), Duration.ofMinutes(59))).isEmpty();
    }

    @Test
    void oneOfTheFutureCountsAsNone() {
        assertThat(due(Duration.ofHours(-1), Duration.ofHours(-1))).contains(BackupKind.FULL);
    }
}

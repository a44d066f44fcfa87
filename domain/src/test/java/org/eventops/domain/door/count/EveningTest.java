package org.eventops.domain.door.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EveningTest {
    private static final Instant EIGHT = Instant.parse("2026-11-20T20:00:00Z");

    @Test
    void showsTheTenMinutesInWhichNobodyCame() {
        assertThat(Evening.of(counts(0, 3), 10))
                .containsExactly(at(0, 7), at(1, 0), at(2, 0), at(3, 7));
    }

    @Test
    void showsNoMoreThanTheLatest() {
        assertThat(Evening.of(counts(0, 2, 3), 2)).containsExactly(at(2, 7), at(3, 7));
    }

    @Test
    void leavesOutAClockThatIsAheadUnlessThereIsNoOther() {
        assertThat(Evening.of(counts(0, 900), 10)).containsExactly(at(0, 7));
        assertThat(Evening.of(counts(900), 10)).containsExactly(at(900, 7));
    }

    @Test
    void isEmptyBeforeTheFirstScan() {
        assertThat(Evening.of(counts(), 10)).isEmpty();
    }

    private static TenMinutes at(int tens, int entries) {
        return new TenMinutes(EIGHT.plusSeconds(600L * tens), entries, 0);
    }

    private static LiveCounts counts(Integer... tens) {
        return new LiveCounts(
                Optional.empty(),
                ZoneOffset.UTC,
                EIGHT.plusSeconds(3600),
                Attendance.NONE,
                List.of(),
                List.of(),
                List.of(),
                Stream.of(tens).map(ten -> at(ten, 7)).toList(),
                0,
                Map.of());
    }
}

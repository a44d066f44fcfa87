package org.eventops.domain.door.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.eventops.domain.door.rehearsal.CurveOutcome.Expected;
import org.junit.jupiter.api.Test;

class CurveFileTest {
    @Test
    void readsMinutesAndCountsUnderAHeading() {
        RecordedCurve curve = read("\uFEFFminute,arrivals", "0,2", "", "\"3\"; 1", "5,0");
        assertThat(curve.offsets())
                .containsExactly(
                        Duration.ofSeconds(15), Duration.ofSeconds(45), Duration.ofSeconds(210));
        assertThat(curve.length()).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void readsTimesOfDayPastMidnight() {
        RecordedCurve curve = read("23:50", "23:58:30", "23:55", "00:10");
        assertThat(curve.offsets())
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(510),
                        Duration.ofMinutes(20));
    }

    @Test
    void readsMomentsWithOffsetsAndDatesWithTimes() {
        List<Duration> expected = List.of(Duration.ZERO, Duration.ofMinutes(30));
        assertThat(read("2026-03-08T01:00:00Z", "2026-03-07T19:30:00-05:00").offsets())
                .isEqualTo(expected);
        assertThat(read("2026-03-07 19:30", "2026-03-07T20:00:00").offsets()).isEqualTo(expected);
    }

    @Test
    void saysWhichLineIsWrongAndWhatItShouldBe() {
        wrong(2, "abc", Expected.COUNT_OR_TIME, "hora", "abc");
        wrong(3, "19:05", Expected.COUNT, "minute,people", "1,5", "19:05");
        wrong(2, "7,1", Expected.TIME, "19:05", "7,1");
        wrong(
                2,
                "2026-03-07T19:30:00",
                Expected.INSTANT,
                "2026-03-07T19:30Z",
                "2026-03-07T19:30:00");
        wrong(
                2,
                "2026-03-07T19:30Z",
                Expected.DATE_TIME,
                "2026-03-07T19:30:00",
                "2026-03-07T19:30Z");
        wrong(1, "25:00", Expected.COUNT_OR_TIME, "25:00");
        wrong(1, "-3,5", Expected.COUNT_OR_TIME, "-3,5");
        wrong(1, "10000,5", Expected.MINUTE, "10000,5");
        wrong(2, "1,1", Expected.FEWER, "0,1000000", "1,1");
    }

    private static void wrong(int line, String value, Expected expected, String... lines) {
        assertThat(CurveFile.read(List.of(lines)))
                .isEqualTo(new CurveOutcome.Wrong(line, value, expected));
    }

    @Test
    void saysWhenNobodyComes() {
        assertThat(CurveFile.read(List.of())).isEqualTo(new CurveOutcome.Empty());
        assertThat(CurveFile.read(List.of("minute,arrivals", "4,0")))
                .isEqualTo(new CurveOutcome.Empty());
    }

    @Property(tries = 200)
    void nobodyOfAFileIsLost(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 30) Integer> counts) {
        List<String> lines =
                java.util.stream.IntStream.range(0, counts.size())
                        .mapToObj(minute -> minute + "," + counts.get(minute))
                        .toList();
        int people = counts.stream().mapToInt(Integer::intValue).sum();
        if (people == 0) {
            assertThat(CurveFile.read(lines)).isEqualTo(new CurveOutcome.Empty());
            return;
        }
        RecordedCurve curve = read(lines.toArray(String[]::new));
        assertThat(curve.offsets()).isSorted().hasSize(people);
        for (int minute = 0; minute < counts.size(); minute++) {
            int wanted = minute;
            assertThat(curve.offsets().stream().filter(at -> at.toMinutes() == wanted).count())
                    .isEqualTo(counts.get(minute).longValue());
        }
    }

    private static RecordedCurve read(String... lines) {
        return ((CurveOutcome.Read) CurveFile.read(List.of(lines))).curve();
    }
}

package org.eventops.domain.door.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ArrivalCurveTest {
    private static final Instant DOORS = Instant.parse("2026-03-07T23:00:00Z");
    private static final Duration HUNDRED = Duration.ofMinutes(100);

    @Property(tries = 300)
    void everyBuiltInCurveGivesSoManyInOrderWithinTheTime(
            @ForAll BuiltInCurve curve,
            @ForAll @IntRange(max = 400) int people,
            @ForAll @LongRange(min = 0, max = 20_000_000) long millis,
            @ForAll long seed) {
        holds(curve, people, Duration.ofMillis(millis), seed);
    }

    @Property(tries = 300)
    void everyRecordedCurveGivesSoManyInOrderWithinTheTime(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(max = 9_000) Integer> seconds,
            @ForAll @IntRange(max = 400) int people,
            @ForAll @LongRange(min = 0, max = 20_000_000) long millis,
            @ForAll long seed) {
        holds(recorded(seconds, null), people, Duration.ofMillis(millis), seed);
    }

    private static void holds(ArrivalCurve curve, int people, Duration over, long seed) {
        List<Duration> arrivals = curve.arrivals(people, over, seed);
        assertThat(arrivals).isSorted().hasSize(people);
        assertThat(arrivals).allMatch(each -> !each.isNegative() && each.compareTo(over) <= 0);
        assertThat(curve.arrivals(people, over, seed)).isEqualTo(arrivals);
    }

    @Property
    void noDensityIsHigherThanItsTop(
            @ForAll BuiltInCurve curve, @ForAll @DoubleRange(min = 0, max = 1) double x) {
        assertThat(curve.slack(x)).isNotNegative();
    }

    @Test
    void theShapesAreWhatTheirNamesSay() {
        assertThat(share(BuiltInCurve.LATE_RUSH, 50, 100)).isBetween(0.6, 0.75);
        assertThat(share(BuiltInCurve.STEADY, 0, 50)).isBetween(0.48, 0.52);
        assertThat(share(BuiltInCurve.AT_DOORS, 0, 25)).isGreaterThan(0.6);
        assertThat(share(BuiltInCurve.BURST, 40, 60)).isGreaterThan(0.6);
        assertThat(share(BuiltInCurve.TWO_WAVES, 10, 30)).isGreaterThan(0.25);
        assertThat(share(BuiltInCurve.TWO_WAVES, 40, 50)).isLessThan(0.06);
        assertThat(share(BuiltInCurve.TWO_WAVES, 65, 85)).isGreaterThan(0.35);
    }

    private static double share(ArrivalCurve curve, int from, int to) {
        return curve.arrivals(10_000, HUNDRED, 7).stream()
                        .filter(each -> each.toMinutes() >= from && each.toMinutes() < to)
                        .count()
                / 10_000.0;
    }

    @Test
    void aRecordedCurveIsDrawnAnewForMorePeopleAndAnotherTime() {
        // Nine in the first ten minutes, then one after an hour and a half.
        RecordedCurve curve =
                recorded(List.of(0, 60, 120, 180, 240, 300, 360, 420, 600, 6000), null);
        List<Duration> many = curve.arrivals(1000, Duration.ofMinutes(50), 3);
        assertThat(curve.span()).contains(Duration.ofMinutes(100));
        assertThat(many.stream().filter(each -> each.toMinutes() < 5).count())
                .isBetween(850L, 930L);
    }

    @Test
    void timeIsCountedFromDoorsOpenWhereTheyOpenedThatEvening() {
        assertThat(recorded(List.of(600, 900), DOORS).offsets())
                .containsExactly(Duration.ofMinutes(10), Duration.ofMinutes(15));
        assertThat(recorded(List.of(600, 900), DOORS.minus(Duration.ofDays(1))).offsets())
                .containsExactly(Duration.ZERO, Duration.ofMinutes(5));
        assertThat(recorded(List.of(600, 900), DOORS.plusSeconds(700)).offsets())
                .containsExactly(Duration.ZERO, Duration.ofMinutes(5));
    }

    @Test
    void aTestScanOfTheDayBeforeIsNotOfTheEvening() {
        List<Instant> entries = new ArrayList<>();
        entries.add(DOORS.plusSeconds(60));
        entries.add(DOORS.minus(Duration.ofDays(1)));
        entries.add(DOORS.plusSeconds(120));
        assertThat(RecordedCurve.ofEntries(entries, null))
                .contains(
                        new RecordedCurve(
                                List.of(Duration.ZERO, Duration.ofMinutes(1)),
                                Duration.ofMinutes(1)));
        assertThat(RecordedCurve.ofEntries(List.of(), DOORS)).isEmpty();
    }

    private static RecordedCurve recorded(List<Integer> seconds, @Nullable Instant admission) {
        List<Instant> entries = seconds.stream().map(DOORS::plusSeconds).toList();
        return RecordedCurve.ofEntries(entries, admission).orElseThrow();
    }

    @Test
    void handlingTimesScatterAroundTheirAverage() {
        Handling handling = Handling.usual(Duration.ofSeconds(6));
        List<Duration> times = handling.times(20_000, 5);
        assertThat(times.stream().mapToLong(Duration::toMillis).average().orElseThrow())
                .isBetween(5900.0, 6100.0);
        assertThat(over(times, 12)).isBetween(0.045, 0.055);
        assertThat(handling.times(20_000, 5)).isEqualTo(times);
        assertThat(Handling.same(Duration.ofSeconds(6)).times(50, 9))
                .hasSize(50)
                .containsOnly(Duration.ofSeconds(6));
    }

    private static double over(List<Duration> times, int seconds) {
        return times.stream().filter(each -> each.toMillis() > seconds * 1000L).count()
                / (double) times.size();
    }
}

package org.eventops.domain.door.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final Instant DOORS = Instant.parse("2026-11-20T23:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void whoComesTooFastWaitsForTheOneBefore() {
        Rehearsal one = Rehearsal.run(seconds(0, 0, 0, 10), same(4, 3), 1);
        assertThat(one.lanes().getFirst().waits()).isEqualTo(seconds(0, 3, 6, 0));
        assertThat(one.queue().longest()).isEqualTo(2);
        assertThat(one.queue().peak()).isEqualTo(Duration.ZERO);
        assertThat(one.wait(50)).isEqualTo(Duration.ZERO);
        assertThat(one.wait(100)).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void twoLanesShareThePeople() {
        Rehearsal two = Rehearsal.run(seconds(0, 0, 0, 0), same(4, 3), 2);
        assertThat(two.lanes()).extracting(lane -> lane.waits().size()).containsExactly(2, 2);
        assertThat(two.wait(100)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void saysHowManyLanesAreNeeded() {
        List<Duration> arrivals = Collections.nCopies(12, Duration.ZERO);
        List<Duration> services = same(12, 1);
        assertThat(Rehearsal.lanesFor(arrivals, services, 100, SECOND.multipliedBy(3), 20))
                .isEqualTo(3);
        assertThat(Rehearsal.lanesFor(arrivals, services, 100, Duration.ZERO, 5)).isEqualTo(5);
    }

    @Property(tries = 300)
    void moreLanesNeverMakeAnyoneWaitLongerAndNobodyIsLost(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 500) Integer> gaps,
            @ForAll @IntRange(min = 1, max = 8) int lanes) {
        List<Duration> arrivals = arrivals(gaps);
        List<Duration> services = Collections.nCopies(gaps.size(), Duration.ofMillis(700));
        Rehearsal some = Rehearsal.run(arrivals, services, lanes);
        Rehearsal more = Rehearsal.run(arrivals, services, lanes + 1);
        assertThat(more.wait(100)).isLessThanOrEqualTo(some.wait(100));
        assertThat(some.lanes().stream().mapToInt(lane -> lane.waits().size()).sum())
                .isEqualTo(gaps.size());
    }

    @Test
    void theQueueIsToldForEachMinuteAlsoWhenNobodyComesAnyMore() {
        // One a minute is served; four come at once, one more in the third minute.
        Queue queue = Rehearsal.run(seconds(0, 0, 0, 0, 130), same(5, 60), 1).queue();
        assertThat(queue.perMinute()).containsExactly(3, 2, 2, 1, 0);
        assertThat(queue.longest()).isEqualTo(3);
        assertThat(queue.peak()).isEqualTo(Duration.ZERO);
    }

    @Property(tries = 200)
    void theLongestMinuteIsTheLongestQueue(
            @ForAll @Size(min = 1, max = 80) List<@IntRange(max = 40_000) Integer> gaps,
            @ForAll @IntRange(min = 1, max = 4) int lanes) {
        List<Duration> arrivals = arrivals(gaps);
        Queue queue = Rehearsal.run(arrivals, same(gaps.size(), 25), lanes).queue();
        assertThat(Collections.max(queue.perMinute())).isEqualTo(queue.longest());
        assertThat(queue.perMinute().get((int) queue.peak().toMinutes()))
                .isEqualTo(queue.longest());
    }

    @Test
    void tellsEachStretchOfTheEveningAlsoThoseInWhichNobodyCame() {
        Rehearsal one = Rehearsal.run(seconds(0, 0, 0, 700), same(4, 30), 1);
        Duration five = Duration.ofMinutes(5);
        assertThat(Stretch.of(one, five))
                .containsExactly(
                        new Stretch(
                                Duration.ZERO,
                                3,
                                2,
                                seconds(30).getFirst(),
                                seconds(60).getFirst()),
                        new Stretch(five, 0, 0, Duration.ZERO, Duration.ZERO),
                        new Stretch(five.multipliedBy(2), 1, 0, Duration.ZERO, Duration.ZERO));
        assertThat(Stretch.length(one, 12)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Stretch.length(one, 5)).isEqualTo(five);
    }

    @Property(tries = 100)
    void neededLanesAreTheFewestThatAreEnough(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 3_000) Integer> gaps) {
        List<Duration> arrivals = arrivals(gaps);
        List<Duration> services = same(gaps.size(), 9);
        Duration bearable = Duration.ofSeconds(20);
        int needed = Rehearsal.lanesFor(arrivals, services, 95, bearable, 100);
        assertThat(Rehearsal.run(arrivals, services, needed).wait(95))
                .isLessThanOrEqualTo(bearable);
        if (needed > 1) {
            assertThat(Rehearsal.run(arrivals, services, needed - 1).wait(95))
                    .isGreaterThan(bearable);
        }
    }

    @Test
    void theReportKnowsTheLanesAroundTheNeededOnes() {
        Crowd crowd = new Crowd(BuiltInCurve.STEADY, 600, Duration.ofMinutes(30));
        RehearsalPlan plan =
                new RehearsalPlan("e", "l", crowd, staffing(1, Duration.ofMinutes(5)), 1);
        RehearsalReport report = report(plan);
        assertThat(report.needed()).isEqualTo(3);
        assertThat(report.hopeless()).isFalse();
        assertThat(report.choices())
                .extracting(RehearsalReport.Choice::lanes)
                .containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(report.peak())
                .isBetween(DOORS.plus(Duration.ofMinutes(28)), DOORS.plus(Duration.ofMinutes(30)));
        assertThat(report.choices())
                .extracting(RehearsalReport.Choice::most)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void aTargetThatNoLanesReachIsHopeless() {
        Crowd crowd = new Crowd(BuiltInCurve.BURST, 3000, Duration.ofMinutes(1));
        RehearsalReport report =
                report(new RehearsalPlan("e", "l", crowd, staffing(2, Duration.ZERO), 1));
        assertThat(report.needed()).isEqualTo(RehearsalPlan.MOST_LANES);
        assertThat(report.hopeless()).isTrue();
    }

    @Property(tries = 300)
    void whoCameFirstIsServedFirstAndLanesServeAllThatCame(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(max = 2_000) Integer> gaps,
            @ForAll @IntRange(min = 1, max = 6) int lanes,
            @ForAll long seed) {
        List<Duration> arrivals = arrivals(gaps);
        List<Duration> services = Handling.usual(Duration.ofMillis(1500)).times(gaps.size(), seed);
        Rehearsal evening = Rehearsal.run(arrivals, services, lanes);
        assertThat(evening.visits()).extracting(Rehearsal.Visit::begun).isSorted();
        assertThat(evening.visits()).extracting(Rehearsal.Visit::came).isEqualTo(arrivals);
        assertThat(evening.lanes().stream().map(Rehearsal.Lane::busy).reduce(Duration::plus))
                .isEqualTo(services.stream().reduce(Duration::plus));
        assertThat(evening.lanes()).allMatch(lane -> evening.utilisation(lane) <= 1);
        assertThat(
                        Stretch.of(evening, Duration.ofMinutes(1)).stream()
                                .mapToInt(Stretch::arrivals)
                                .sum())
                .isEqualTo(gaps.size());
        List<Duration> fewer = waits(evening);
        List<Duration> more = waits(Rehearsal.run(arrivals, services, lanes + 1));
        for (int i = 0; i < fewer.size(); i++) {
            assertThat(more.get(i)).isLessThanOrEqualTo(fewer.get(i));
        }
    }

    private static List<Duration> waits(Rehearsal evening) {
        return evening.visits().stream().map(Rehearsal.Visit::waited).toList();
    }

    private static Staffing staffing(int lanes, Duration target) {
        return new Staffing(lanes, Handling.same(Duration.ofSeconds(10)), target);
    }

    private static RehearsalReport report(RehearsalPlan plan) {
        return RehearsalReport.of(
                plan, DOORS, plan.crowd().arrivals(1), new long[plan.crowd().people()]);
    }

    private static List<Duration> arrivals(List<Integer> gaps) {
        List<Duration> arrivals = new java.util.ArrayList<>();
        Duration at = Duration.ZERO;
        for (int gap : gaps) {
            at = at.plusMillis(gap);
            arrivals.add(at);
        }
        return arrivals;
    }

    private static List<Duration> seconds(int... values) {
        return IntStream.of(values).mapToObj(Duration::ofSeconds).toList();
    }

    private static List<Duration> same(int count, int seconds) {
        return Collections.nCopies(count, Duration.ofSeconds(seconds));
    }
}

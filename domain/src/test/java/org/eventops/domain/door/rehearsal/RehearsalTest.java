package org.eventops.domain.door.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RehearsalTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void whoComesTooFastWaitsForTheOneBefore() {
        Rehearsal one = Rehearsal.run(seconds(0, 0, 0, 10), same(4, 3), 1);
        assertThat(one.lanes().getFirst().waits()).isEqualTo(seconds(0, 3, 6, 0));
        assertThat(one.longestQueue()).isEqualTo(2);
        assertThat(one.peak()).isEqualTo(Duration.ZERO);
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
        List<Duration> arrivals = new java.util.ArrayList<>();
        Duration at = Duration.ZERO;
        for (int gap : gaps) {
            at = at.plusMillis(gap);
            arrivals.add(at);
        }
        List<Duration> services = Collections.nCopies(gaps.size(), Duration.ofMillis(700));
        Rehearsal some = Rehearsal.run(arrivals, services, lanes);
        Rehearsal more = Rehearsal.run(arrivals, services, lanes + 1);
        assertThat(more.wait(100)).isLessThanOrEqualTo(some.wait(100));
        assertThat(some.lanes().stream().mapToInt(lane -> lane.waits().size()).sum())
                .isEqualTo(gaps.size());
    }

    @Test
    void peopleComeMostlyInTheSecondHalf() {
        List<Duration> curve = ArrivalCurve.of(10_000, Duration.ofMinutes(100), 7);
        assertThat(curve).isSorted().hasSize(10_000);
        long second = curve.stream().filter(each -> each.toMinutes() >= 50).count();
        assertThat(second).isBetween(6_000L, 7_500L);
        assertThat(curve.getLast()).isLessThanOrEqualTo(Duration.ofMinutes(100));
        assertThat(ArrivalCurve.of(10_000, Duration.ofMinutes(100), 7)).isEqualTo(curve);
    }

    private static List<Duration> seconds(int... values) {
        return IntStream.of(values).mapToObj(Duration::ofSeconds).toList();
    }

    private static List<Duration> same(int count, int seconds) {
        return Collections.nCopies(count, Duration.ofSeconds(seconds));
    }
}

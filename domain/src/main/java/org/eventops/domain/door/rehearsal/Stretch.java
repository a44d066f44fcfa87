package org.eventops.domain.door.rehearsal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eventops.domain.door.rehearsal.Rehearsal.Visit;

/**
 * Some minutes of a rehearsed evening.
 *
 * @param from its beginning, after the first moment
 * @param arrivals who came in it
 * @param queue the most who waited at once in it
 * @param half of those who came in it wait no longer; zero where nobody came
 * @param most 95 % of those who came in it wait no longer
 */
public record Stretch(Duration from, int arrivals, int queue, Duration half, Duration most) {
    private static final List<Integer> MINUTES = List.of(1, 2, 5, 10, 15, 30, 60, 120, 240);

    /** The shortest handy stretch of which so many cover the evening, four hours at most. */
    public static Duration length(Rehearsal evening, int most) {
        int minutes = evening.queue().perMinute().size();
        return Duration.ofMinutes(
                MINUTES.stream()
                        .filter(each -> (long) each * most >= minutes)
                        .findFirst()
                        .orElseGet(MINUTES::getLast));
    }

    /**
     * The whole evening, in order and without a gap.
     *
     * @param length whole minutes
     */
    public static List<Stretch> of(Rehearsal evening, Duration length) {
        Map<Long, List<Duration>> waits =
                evening.visits().stream()
                        .collect(
                                Collectors.groupingBy(
                                        visit -> visit.came().dividedBy(length),
                                        TreeMap::new,
                                        Collectors.mapping(Visit::waited, Collectors.toList())));
        List<Integer> queue = evening.queue().perMinute();
        int step = (int) length.toMinutes();
        return LongStream.range(0, (queue.size() + step - 1) / step)
                .mapToObj(
                        i ->
                                made(
                                        length.multipliedBy(i),
                                        waits.getOrDefault(i, List.of()),
                                        within(queue, (int) i * step, step)))
                .toList();
    }

    private static Stretch made(Duration from, List<Duration> waits, List<Integer> queue) {
        return new Stretch(
                from,
                waits.size(),
                queue.stream().mapToInt(each -> each).max().orElse(0),
                Percentile.of(waits, 50),
                Percentile.of(waits, 95));
    }

    private static List<Integer> within(List<Integer> queue, int from, int count) {
        return queue.subList(from, Math.min(queue.size(), from + count));
    }
}

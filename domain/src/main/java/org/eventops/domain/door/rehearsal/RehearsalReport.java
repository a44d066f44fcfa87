package org.eventops.domain.door.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * How the evening went.
 *
 * @param doors when the first moment is
 * @param evening with the lanes of the plan
 * @param needed the fewest lanes with which 95 % wait no longer than the target, at most {@link
 *     RehearsalPlan#MOST_LANES}
 * @param choices the lanes of the plan, the needed ones and those around them, fewest first
 * @param decideP99Micros microseconds the engine took at most for 99 % of them
 */
public record RehearsalReport(
        RehearsalPlan plan,
        Instant doors,
        Rehearsal evening,
        int needed,
        List<Choice> choices,
        long decideP99Micros) {
    private static final int PERCENT = 95;
    private static final int AROUND = 3;

    /**
     * What a number of lanes would mean.
     *
     * @param half of the people wait no longer
     * @param most 95 % of them wait no longer
     * @param longest nobody waits longer
     * @param queue the most who wait at once
     */
    public record Choice(int lanes, Duration half, Duration most, Duration longest, int queue) {}

    public RehearsalReport {
        choices = List.copyOf(choices);
    }

    /** Whether even {@link RehearsalPlan#MOST_LANES} lanes are not enough. */
    public boolean hopeless() {
        return choices.stream()
                .filter(each -> each.lanes() == needed)
                .anyMatch(each -> each.most().compareTo(plan.staffing().target()) > 0);
    }

    /** When the queue is longest. */
    public Instant peak() {
        return doors.plus(evening.queue().peak());
    }

    /**
     * @param arrivals in order
     * @param decided microseconds the engine took for each of them
     */
    public static RehearsalReport of(
            RehearsalPlan plan, Instant doors, List<Duration> arrivals, long[] decided) {
        Staffing staffing = plan.staffing();
        List<Duration> services = services(plan, decided);
        int needed =
                Rehearsal.lanesFor(
                        arrivals, services, PERCENT, staffing.target(), RehearsalPlan.MOST_LANES);
        return new RehearsalReport(
                plan,
                doors,
                Rehearsal.run(arrivals, services, staffing.lanes()),
                needed,
                choices(staffing.lanes(), needed).stream()
                        .map(lanes -> choice(arrivals, services, lanes))
                        .toList(),
                percentile(decided, 99));
    }

    private static List<Duration> services(RehearsalPlan plan, long[] decided) {
        List<Duration> hands = plan.staffing().handling().times(decided.length, plan.seed());
        List<Duration> services = new ArrayList<>(decided.length);
        for (int i = 0; i < decided.length; i++) {
            services.add(hands.get(i).plusNanos(decided[i] * 1000));
        }
        return services;
    }

    private static TreeSet<Integer> choices(int planned, int needed) {
        TreeSet<Integer> lanes = new TreeSet<>(List.of(planned));
        for (int each = needed - AROUND; each <= needed + AROUND; each++) {
            if (each >= 1 && each <= RehearsalPlan.MOST_LANES) {
                lanes.add(each);
            }
        }
        return lanes;
    }

    private static Choice choice(List<Duration> arrivals, List<Duration> services, int lanes) {
        Rehearsal evening = Rehearsal.run(arrivals, services, lanes);
        return new Choice(
                lanes,
                evening.wait(50),
                evening.wait(PERCENT),
                evening.wait(100),
                evening.queue().longest());
    }

    private static long percentile(long[] values, int percent) {
        if (values.length == 0) {
            return 0;
        }
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.length) - 1)];
    }
}

package org.eventops.domain.door.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * People who come one after the other to a number of lanes. Each goes to the lane that will be free
 * first, as people do who see all lanes.
 *
 * @param lanes in their order
 * @param longestQueue the most who waited at once, those being served not counted
 * @param peak when that was, after the first moment
 */
public record Rehearsal(List<Lane> lanes, int longestQueue, Duration peak) {

    /**
     * @param waits of each who was served there, in order
     */
    public record Lane(int number, List<Duration> waits) {
        public Lane {
            waits = List.copyOf(waits);
        }

        /** The wait that so many per cent do not exceed; zero where nobody came. */
        public Duration wait(int percent) {
            return percentile(waits, percent);
        }
    }

    public Rehearsal {
        lanes = List.copyOf(lanes);
    }

    /**
     * @param arrivals in order
     * @param services how long each takes once it is their turn, as many as arrivals
     * @param count of lanes, at least one
     */
    public static Rehearsal run(List<Duration> arrivals, List<Duration> services, int count) {
        if (count < 1 || services.size() != arrivals.size()) {
            throw new IllegalArgumentException(count + " lanes, " + services.size() + " services");
        }
        PriorityQueue<Free> free =
                new PriorityQueue<>(Comparator.comparing(Free::from).thenComparingInt(Free::lane));
        List<List<Duration>> waits = new ArrayList<>();
        for (int lane = 0; lane < count; lane++) {
            free.add(new Free(lane, Duration.ZERO));
            waits.add(new ArrayList<>());
        }
        List<Duration> begins = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) {
            Free next = free.remove();
            Duration came = arrivals.get(i);
            Duration begin = next.from().compareTo(came) > 0 ? next.from() : came;
            begins.add(begin);
            waits.get(next.lane()).add(begin.minus(came));
            free.add(new Free(next.lane(), begin.plus(services.get(i))));
        }
        List<Lane> lanes = new ArrayList<>();
        for (int lane = 0; lane < count; lane++) {
            lanes.add(new Lane(lane + 1, waits.get(lane)));
        }
        return withQueue(lanes, arrivals, begins);
    }

    private record Free(int lane, Duration from) {}

    private static Rehearsal withQueue(
            List<Lane> lanes, List<Duration> arrivals, List<Duration> begins) {
        int longest = 0;
        Duration peak = Duration.ZERO;
        int begun = 0;
        // Whoever comes first is served first, so begins are in order as arrivals are.
        for (int i = 0; i < arrivals.size(); i++) {
            Duration now = arrivals.get(i);
            while (begun < begins.size() && begins.get(begun).compareTo(now) <= 0) {
                begun++;
            }
            int waiting = i + 1 - Math.min(begun, i + 1);
            if (waiting > longest) {
                longest = waiting;
                peak = now;
            }
        }
        return new Rehearsal(lanes, longest, peak);
    }

    /** Over all lanes; zero where nobody came. */
    public Duration wait(int percent) {
        return percentile(lanes.stream().flatMap(lane -> lane.waits().stream()).toList(), percent);
    }

    /**
     * The fewest lanes with which so many per cent wait no longer than this.
     *
     * @param most lanes to try; they are the answer where even they are not enough
     */
    public static int lanesFor(
            List<Duration> arrivals,
            List<Duration> services,
            int percent,
            Duration wait,
            int most) {
        for (int lanes = 1; lanes < most; lanes++) {
            if (run(arrivals, services, lanes).wait(percent).compareTo(wait) <= 0) {
                return lanes;
            }
        }
        return most;
    }

    private static Duration percentile(List<Duration> values, int percent) {
        if (values.isEmpty()) {
            return Duration.ZERO;
        }
        List<Duration> sorted = values.stream().sorted().toList();
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }
}

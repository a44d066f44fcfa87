package org.eventops.domain.door.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * People who come one after the other to a number of lanes. Each goes to the lane that will be free
 * first, as people do who see all lanes.
 *
 * @param lanes in their order
 * @param visits of all, as they came
 * @param queue how many stood waiting, those being served not counted
 * @param end when the last one was through, after the first moment
 */
public record Rehearsal(List<Lane> lanes, List<Visit> visits, Queue queue, Duration end) {

    /**
     * @param came after the first moment
     * @param begun when it was their turn
     */
    public record Visit(Duration came, Duration begun) {
        public Duration waited() {
            return begun.minus(came);
        }
    }

    /**
     * @param waits of each who was served there, in order
     * @param busy how long it served in all
     */
    public record Lane(int number, List<Duration> waits, Duration busy) {
        public Lane {
            waits = List.copyOf(waits);
        }

        /** The wait that so many per cent do not exceed; zero where nobody came. */
        public Duration wait(int percent) {
            return Percentile.of(waits, percent);
        }
    }

    public Rehearsal {
        lanes = List.copyOf(lanes);
        visits = List.copyOf(visits);
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
        OpenLanes open = new OpenLanes(count);
        List<Visit> visits = new ArrayList<>(arrivals.size());
        for (int i = 0; i < arrivals.size(); i++) {
            visits.add(open.serve(arrivals.get(i), services.get(i)));
        }
        return new Rehearsal(open.lanes(), visits, Queue.of(visits), open.end());
    }

    /** Of the time until the last one was through, the share in which this lane served: 0 to 1. */
    public double utilisation(Lane lane) {
        return end.isZero() ? 0 : (double) lane.busy().toNanos() / end.toNanos();
    }

    /** Over all lanes; zero where nobody came. */
    public Duration wait(int percent) {
        return Percentile.of(visits.stream().map(Visit::waited).toList(), percent);
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
        int few = 1;
        int enough = most;
        // One lane more never makes anyone wait longer, so halving finds the edge.
        while (few < enough) {
            int middle = (few + enough) / 2;
            if (run(arrivals, services, middle).wait(percent).compareTo(wait) <= 0) {
                enough = middle;
            } else {
                few = middle + 1;
            }
        }
        return enough;
    }
}

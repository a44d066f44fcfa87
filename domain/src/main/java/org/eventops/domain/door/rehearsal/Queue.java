package org.eventops.domain.door.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.eventops.domain.door.rehearsal.Rehearsal.Visit;

/**
 * How many stood waiting over the evening, those being served not counted.
 *
 * @param perMinute the most at once in each minute, from the first moment to when the last one had
 *     their turn
 * @param longest the most who waited at once
 * @param peak when that was, after the first moment
 */
public record Queue(List<Integer> perMinute, int longest, Duration peak) {
    public Queue {
        perMinute = List.copyOf(perMinute);
    }

    /** Whoever comes first is served first, so begins are in order as arrivals are. */
    static Queue of(List<Visit> visits) {
        if (visits.isEmpty()) {
            return new Queue(List.of(), 0, Duration.ZERO);
        }
        int minutes = (int) visits.getLast().begun().toMinutes() + 1;
        List<Integer> most = new ArrayList<>(Collections.nCopies(minutes, 0));
        int longest = 0;
        Duration peak = Duration.ZERO;
        int begun = 0;
        for (int i = 0; i < visits.size(); i++) {
            Duration now = visits.get(i).came();
            begun = begunBy(now, visits, begun);
            int waiting = i + 1 - Math.min(begun, i + 1);
            raise(most, (int) now.toMinutes(), waiting);
            if (waiting > longest) {
                longest = waiting;
                peak = now;
            }
        }
        carry(most, visits);
        return new Queue(most, longest, peak);
    }

    private static int begunBy(Duration now, List<Visit> visits, int from) {
        int begun = from;
        while (begun < visits.size() && visits.get(begun).begun().compareTo(now) <= 0) {
            begun++;
        }
        return begun;
    }

    private static void raise(List<Integer> most, int minute, int waiting) {
        most.set(minute, Math.max(most.get(minute), waiting));
    }

    /** Those who were there already when a minute began count in it, also where nobody comes. */
    private static void carry(List<Integer> most, List<Visit> visits) {
        int come = 0;
        int begun = 0;
        for (int minute = 0; minute < most.size(); minute++) {
            Duration now = Duration.ofMinutes(minute);
            while (come < visits.size() && visits.get(come).came().compareTo(now) <= 0) {
                come++;
            }
            begun = begunBy(now, visits, begun);
            raise(most, minute, Math.max(0, come - begun));
        }
    }
}

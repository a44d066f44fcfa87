package org.eventops.domain.door.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.eventops.domain.door.rehearsal.Rehearsal.Lane;
import org.eventops.domain.door.rehearsal.Rehearsal.Visit;

/** The lanes of one evening while people go through them. */
final class OpenLanes {
    private final PriorityQueue<Free> free =
            new PriorityQueue<>(Comparator.comparing(Free::from).thenComparingInt(Free::lane));
    private final List<List<Duration>> waits = new ArrayList<>();
    private final Duration[] busy;
    private Duration end = Duration.ZERO;

    private record Free(int lane, Duration from) {}

    OpenLanes(int count) {
        busy = new Duration[count];
        for (int lane = 0; lane < count; lane++) {
            free.add(new Free(lane, Duration.ZERO));
            waits.add(new ArrayList<>());
            busy[lane] = Duration.ZERO;
        }
    }

    Visit serve(Duration came, Duration service) {
        Free next = free.remove();
        Visit visit = new Visit(came, later(next.from(), came));
        waits.get(next.lane()).add(visit.waited());
        busy[next.lane()] = busy[next.lane()].plus(service);
        Duration through = visit.begun().plus(service);
        end = later(end, through);
        free.add(new Free(next.lane(), through));
        return visit;
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    List<Lane> lanes() {
        return IntStream.range(0, busy.length)
                .mapToObj(lane -> new Lane(lane + 1, waits.get(lane), busy[lane]))
                .toList();
    }

    Duration end() {
        return end;
    }
}

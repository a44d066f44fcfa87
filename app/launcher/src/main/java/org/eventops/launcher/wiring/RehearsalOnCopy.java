package org.eventops.launcher.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.CheckinService;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.ScanRequest;
import org.eventops.domain.door.rehearsal.RehearsalOutcome;
import org.eventops.domain.door.rehearsal.RehearsalPlan;
import org.eventops.domain.door.rehearsal.RehearsalReport;
import org.eventops.domain.door.rehearsal.Rehearsals;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.EventId;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.persistence.Store;

/** Measures the engine on a copy beside the store it reads from; one rehearsal at a time. */
final class RehearsalOnCopy implements Rehearsals {
    private static final Operator OPERATOR = Operator.steward("rehearsal");
    private static final String DEVICE = "rehearsal";

    private final Store store;
    private final Path data;
    private final Clock clock;

    RehearsalOnCopy(Store store, Path data, Clock clock) {
        this.store = store;
        this.data = data;
        this.clock = clock;
    }

    @Override
    public synchronized RehearsalOutcome run(RehearsalPlan plan, Progress progress) {
        progress.at(0, -1);
        Optional<EventContent> found =
                store.transactions()
                        .read(() -> store.access().ownWork(() -> loaded(plan)))
                        .filter(each -> hasList(each, plan.list()));
        if (found.isEmpty()) {
            return new RehearsalOutcome.Gone();
        }
        List<String> codes = codes(found.get());
        return codes.isEmpty()
                ? new RehearsalOutcome.NoTickets()
                : rehearsed(plan, found.get(), codes, progress);
    }

    /** Whoever rehearses sees nothing of those whose tickets are shown to the copy. */
    private Optional<EventContent> loaded(RehearsalPlan plan) {
        return store.exchange().load(plan.event());
    }

    private static boolean hasList(EventContent content, String name) {
        return content.lists().stream().anyMatch(list -> list.name().equals(name));
    }

    private static List<String> codes(EventContent content) {
        return content.orders().stream()
                .flatMap(order -> order.tickets().stream())
                .map(Ticket::code)
                .toList();
    }

    private RehearsalOutcome rehearsed(
            RehearsalPlan plan, EventContent content, List<String> codes, Progress progress) {
        List<Duration> arrivals = plan.crowd().arrivals(plan.seed());
        Instant doors = doors(content.event(), plan.crowd().over());
        long[] micros = new long[arrivals.size()];
        try (CopiedEvent copy = CopiedEvent.of(content, data, clock, new Copying(progress))) {
            EventId id = id(copy.console().store(), plan.event());
            for (int i = 0; i < micros.length; i++) {
                progress.throwIfCancelled();
                Instant at = doors.plus(arrivals.get(i));
                ScanRequest request = request(codes.get(i % codes.size()), at);
                micros[i] = micros(copy.console().checkins(), id, plan.list(), request);
                progress.at(i + 1L, micros.length);
            }
        }
        return new RehearsalOutcome.Done(RehearsalReport.of(plan, doors, arrivals, micros));
    }

    private static Instant doors(Event event, Duration over) {
        return Optional.ofNullable(event.admission()).orElseGet(() -> event.starts().minus(over));
    }

    private static EventId id(Store copy, String slug) {
        return copy.transactions().read(() -> copy.events().id(slug)).orElseThrow();
    }

    private static ScanRequest request(String code, Instant at) {
        return new ScanRequest(code, ScanKind.ENTRY, at, null, Map.of(), false, null);
    }

    private static long micros(
            CheckinService checkins, EventId id, String list, ScanRequest request) {
        long begun = System.nanoTime();
        checkins.checkin(id, list, request, OPERATOR, DEVICE);
        return (System.nanoTime() - begun) / 1000;
    }

    /** The copying of each kind of thing begins anew, so its counts would only confuse. */
    private record Copying(Progress people) implements Progress {
        @Override
        public void at(long done, long total) {
            people.at(0, -1);
        }

        @Override
        public boolean cancelled() {
            return people.cancelled();
        }
    }
}

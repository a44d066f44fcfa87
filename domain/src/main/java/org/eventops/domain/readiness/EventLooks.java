package org.eventops.domain.readiness;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.door.DoorQueries;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.exchange.ImportTimes;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.domain.ticketing.TicketingRepository;

/** What the store holds of an event whose doors are to open. */
public final class EventLooks {
    static final Duration OLD = Duration.ofHours(24);
    private static final Duration NEAR = Duration.ofHours(24);

    private final Transactions transactions;
    private final DoorQueries doors;
    private final TicketingRepository ticketing;
    private final ImportTimes imports;
    private final Clock clock;

    public EventLooks(
            Transactions transactions,
            DoorQueries doors,
            TicketingRepository ticketing,
            ImportTimes imports,
            Clock clock) {
        this.transactions = transactions;
        this.doors = doors;
        this.ticketing = ticketing;
        this.imports = imports;
        this.clock = clock;
    }

    public List<Look> of(EventRow event) {
        return List.of(
                Look.quick(Topic.TICKETS, () -> tickets(event)),
                Look.quick(Topic.LISTS, () -> lists(event)),
                Look.quick(Topic.KEYS, () -> keys(event.id())),
                Look.quick(Topic.CLOCK, () -> clock(event)));
    }

    /** A list that was brought in the day before an event that is near may lack the last sales. */
    private Finding tickets(EventRow event) {
        if (event.sold() == 0) {
            return Finding.bad(Topic.TICKETS, "none", event.name());
        }
        Instant now = clock.instant();
        Optional<Duration> age =
                imports.last(event.slug())
                        .map(at -> Duration.between(at, now))
                        .filter(each -> !each.isNegative());
        if (age.isEmpty()) {
            return Finding.good(Topic.TICKETS, "here", event.sold(), event.name());
        }
        boolean near = event.starts().isBefore(now.plus(NEAR));
        long hours = age.get().toHours();
        return near && age.get().compareTo(OLD) > 0
                ? Finding.advice(Topic.TICKETS, "old", event.sold(), hours, event.name())
                : Finding.good(Topic.TICKETS, "imported", event.sold(), hours, event.name());
    }

    private Finding lists(EventRow event) {
        int lists = transactions.read(() -> doors.lists(event.id())).size();
        return lists == 0
                ? Finding.bad(Topic.LISTS, "none", event.name())
                : Finding.good(Topic.LISTS, "there", lists);
    }

    private Finding keys(EventId event) {
        List<SigningKey> keys = transactions.read(() -> ticketing.keys(event));
        long good = keys.stream().filter(key -> key.retired() == null).count();
        if (keys.isEmpty()) {
            return Finding.good(Topic.KEYS, "unsigned");
        }
        return good == 0
                ? Finding.bad(Topic.KEYS, "retired", keys.size())
                : Finding.good(Topic.KEYS, "good", good);
    }

    /** A clock that was set back shows in scans that lie in its future. */
    private Finding clock(EventRow event) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Optional<Instant> ahead =
                transactions.read(
                        () ->
                                doors.lists(event.id()).stream()
                                        .flatMap(
                                                row ->
                                                        doors
                                                                .lastScans(
                                                                        event.id(),
                                                                        row.list().name(),
                                                                        1)
                                                                .stream())
                                        .map(row -> row.scan().at())
                                        .filter(at -> at.isAfter(now.plusSeconds(1)))
                                        .max(Instant::compareTo));
        return ahead.map(at -> Finding.bad(Topic.CLOCK, "behind", local(at, event)))
                .orElseGet(() -> Finding.good(Topic.CLOCK, "forward", local(now, event)));
    }

    /** Day and minute where the event is. */
    private static String local(Instant at, EventRow event) {
        return at.atZone(event.zone())
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ');
    }
}

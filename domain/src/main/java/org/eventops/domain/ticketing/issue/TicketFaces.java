package org.eventops.domain.ticketing.issue;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRepository;
import org.eventops.domain.event.SeriesDate;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.TicketFace;
import org.eventops.domain.ticketing.TicketLook;
import org.eventops.domain.ticketing.TicketLooks;
import org.eventops.domain.ticketing.TicketingRepository;

/** What is printed on the tickets of an event. */
final class TicketFaces {
    private final Event event;
    private final TicketLook look;
    private final Map<String, String> products = new HashMap<>();
    private final Map<String, SeriesDate> dates = new HashMap<>();

    /** Inside a transaction. */
    TicketFaces(
            EventId id, EventRepository events, TicketingRepository ticketing, TicketLooks looks) {
        this.event = events.find(id).orElseThrow();
        this.look = looks.of(id).orElseGet(TicketLook::plain);
        ticketing
                .products(id)
                .forEach(row -> products.put(row.product().key(), row.product().name()));
        events.dates(id).forEach(date -> dates.put(date.key(), date));
    }

    TicketFace face(AttendeeRow row) {
        Optional<SeriesDate> date = Optional.ofNullable(row.date()).map(dates::get);
        Instant starts = date.map(SeriesDate::starts).orElse(event.starts());
        Instant doors = date.map(SeriesDate::admission).orElse(event.admission());
        return new TicketFace(
                event.name(),
                starts.atZone(event.zone()),
                doors == null ? null : local(doors),
                Stream.of(event.venue(), event.city())
                        .filter(each -> each != null && !each.isEmpty())
                        .collect(Collectors.joining(", ")),
                products.getOrDefault(row.product(), row.product()),
                Optional.ofNullable(row.name()).orElse(""),
                row.order(),
                row.code(),
                look);
    }

    private ZonedDateTime local(Instant at) {
        return at.atZone(event.zone());
    }
}

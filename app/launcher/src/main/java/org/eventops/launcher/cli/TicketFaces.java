package org.eventops.launcher.cli;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.SeriesDate;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.TicketFace;
import org.eventops.domain.ticketing.TicketStatus;
import org.eventops.launcher.wiring.OpenConsole;
import org.jspecify.annotations.Nullable;

/** What is printed on the tickets of an event. */
final class TicketFaces {
    private final ChosenEvent event;
    private final Map<String, String> products = new HashMap<>();
    private final Map<String, SeriesDate> dates = new HashMap<>();

    TicketFaces(OpenConsole console, ChosenEvent event) {
        this.event = event;
        console.store()
                .transactions()
                .read(
                        () -> {
                            console.store()
                                    .ticketing()
                                    .products(event.id())
                                    .forEach(
                                            row ->
                                                    products.put(
                                                            row.product().key(),
                                                            row.product().name()));
                            console.store()
                                    .events()
                                    .dates(event.id())
                                    .forEach(date -> dates.put(date.key(), date));
                            return products.size();
                        });
    }

    /** The tickets that are good, of one order or of all. */
    static List<AttendeeRow> rows(OpenConsole console, ChosenEvent event, @Nullable String order) {
        List<AttendeeRow> rows = new ArrayList<>();
        console.store()
                .transactions()
                .read(
                        () -> {
                            console.store().ticketing().attendees(event.id(), rows::add);
                            return rows.size();
                        });
        return rows.stream()
                .filter(row -> order == null || row.order().equals(order))
                .filter(row -> row.status() == TicketStatus.VALID)
                // the same before and after they are signed
                .sorted(Comparator.comparing(row -> row.id().value().toString()))
                .toList();
    }

    TicketFace face(AttendeeRow row) {
        Event about = event.event();
        Optional<SeriesDate> date = Optional.ofNullable(row.date()).map(dates::get);
        Instant starts = date.map(SeriesDate::starts).orElse(about.starts());
        Instant doors = date.map(SeriesDate::admission).orElse(about.admission());
        return new TicketFace(
                about.name(),
                starts.atZone(event.zone()),
                doors == null ? null : local(doors),
                Stream.of(about.venue(), about.city())
                        .filter(each -> each != null && !each.isEmpty())
                        .collect(Collectors.joining(", ")),
                products.getOrDefault(row.product(), row.product()),
                Optional.ofNullable(row.name()).orElse(""),
                row.order(),
                row.code());
    }

    private ZonedDateTime local(Instant at) {
        return at.atZone(event.zone());
    }
}

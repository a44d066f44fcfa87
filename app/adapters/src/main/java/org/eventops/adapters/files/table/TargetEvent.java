package org.eventops.adapters.files.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eventops.domain.event.EventRepository;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.EventExchange;
import org.jspecify.annotations.Nullable;

/** The event a list is read into: the named one, or the only one. */
final class TargetEvent {
    private final EventRepository events;
    private final EventExchange exchange;

    TargetEvent(EventRepository events, EventExchange exchange) {
        this.events = events;
        this.exchange = exchange;
    }

    EventContent find(@Nullable String slug) throws RowProblem {
        List<EventRow> rows = events.rows();
        String names = rows.stream().map(EventRow::slug).collect(Collectors.joining(", "));
        if (slug == null && rows.size() != 1) {
            throw new RowProblem("", rows.isEmpty() ? "no_event_yet" : "which_event", names);
        }
        String wanted = slug == null ? rows.getFirst().slug() : slug;
        Optional<EventContent> found = exchange.load(wanted);
        return found.orElseThrow(() -> new RowProblem(wanted, "no_event", names));
    }
}

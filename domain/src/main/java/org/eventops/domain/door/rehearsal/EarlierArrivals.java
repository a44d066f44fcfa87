package org.eventops.domain.door.rehearsal;

import java.util.Optional;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.door.DoorQueries;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRepository;

/** The curve of an event that has been: from the first entry of each ticket. */
public final class EarlierArrivals {
    private final Transactions transactions;
    private final EventRepository events;
    private final DoorQueries queries;

    public EarlierArrivals(Transactions transactions, EventRepository events, DoorQueries queries) {
        this.transactions = transactions;
        this.events = events;
        this.queries = queries;
    }

    /**
     * Asks the store; only reads.
     *
     * @return empty where there is no such event or nobody entered it
     * @throws org.eventops.domain.change.StoreException when the store fails
     */
    public Optional<RecordedCurve> of(String slug) {
        return transactions.read(() -> events.id(slug).flatMap(this::of));
    }

    private Optional<RecordedCurve> of(EventId id) {
        return events.find(id)
                .flatMap(
                        (Event event) ->
                                RecordedCurve.ofEntries(
                                        queries.firstEntries(id), event.admission()));
    }
}

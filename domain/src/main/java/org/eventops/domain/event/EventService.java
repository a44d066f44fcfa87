package org.eventops.domain.event;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eventops.domain.change.Transactions;
import org.jspecify.annotations.Nullable;

/** Moves events through their life, with a history of who, when and why. */
public final class EventService {
    private final Transactions transactions;
    private final EventRepository events;
    private final Clock clock;

    public EventService(Transactions transactions, EventRepository events, Clock clock) {
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param by who moves it, as the history shows it
     * @throws org.eventops.domain.change.StoreException when the store fails; nothing has moved
     */
    public StatusOutcome move(String slug, EventStatus to, String by, @Nullable String reason) {
        return transactions.write(
                () -> {
                    Optional<EventId> id = events.id(slug);
                    return id.isEmpty()
                            ? new StatusOutcome.NoSuchEvent()
                            : move(id.get(), to, by, reason);
                });
    }

    private StatusOutcome move(EventId id, EventStatus to, String by, @Nullable String reason) {
        Event event = events.find(id).orElseThrow();
        EventStatus from = event.status();
        if (from == to) {
            return new StatusOutcome.Unchanged(from);
        }
        if (!from.next().contains(to)) {
            return new StatusOutcome.NotAllowed(from, from.next());
        }
        StatusChange change =
                new StatusChange(
                        from, to, clock.instant().truncatedTo(ChronoUnit.MICROS), by, reason);
        events.save(id, event.withStatus(to));
        events.addHistory(id, change);
        return new StatusOutcome.Moved(change);
    }

    /**
     * Replaces what an event says of itself; its slug, status and currency stay.
     *
     * @throws org.eventops.domain.change.StoreException when the store fails; nothing has changed
     */
    public DetailsOutcome edit(EventId id, Event changed) {
        if (changed.name().isBlank()) {
            return new DetailsOutcome.NameNeeded();
        }
        if (changed.ends().isBefore(changed.starts())) {
            return new DetailsOutcome.EndsBeforeStart();
        }
        return transactions.write(
                () ->
                        events.find(id)
                                .map(before -> saved(id, before, changed))
                                .orElseGet(DetailsOutcome.Gone::new));
    }

    private DetailsOutcome saved(EventId id, Event before, Event changed) {
        events.save(id, changed.as(before));
        return new DetailsOutcome.Saved(before, events.find(id).orElseThrow());
    }

    /**
     * Takes an edit of the details back; a status that has moved meanwhile stays.
     *
     * @return false if they have been changed since; they are left as they are then
     */
    public boolean restore(EventId id, DetailsOutcome.Saved edit) {
        return transactions.write(
                () -> {
                    Optional<Event> kept = events.find(id);
                    boolean same = kept.map(each -> edit.now().as(each).equals(each)).orElse(false);
                    if (same) {
                        events.save(id, edit.before().as(kept.orElseThrow()));
                    }
                    return same;
                });
    }
}

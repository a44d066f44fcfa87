package org.eventops.domain.door.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.event.EventId;
import org.eventops.domain.measure.Meter;
import org.eventops.domain.measure.Operation;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.TicketId;
import org.eventops.domain.ticketing.TicketingRepository;
import org.jspecify.annotations.Nullable;

/**
 * Finds people by any part of name, e-mail, phone, company, order or ticket code, as one types. The
 * texts are held in memory; what is shown of a hit is asked of the store, so that it is never older
 * than the search. Safe for any thread but the one that draws: the first search of an event reads
 * all of its attendees.
 */
public final class AttendeeSearch implements AutoCloseable {
    private static final int EVENTS_KEPT = 4;

    private final Transactions transactions;
    private final TicketingRepository ticketing;
    private final Access access;
    private final Executor background;
    private final Meter meter;
    private final LocalChanges.Subscription subscription;
    private final Map<EventId, Held> held =
            new LinkedHashMap<>(EVENTS_KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<EventId, Held> eldest) {
                    return size() > EVENTS_KEPT;
                }
            };

    /**
     * @param background where the texts are read again after a change
     */
    public AttendeeSearch(
            Transactions transactions,
            TicketingRepository ticketing,
            LocalChanges changes,
            Access access,
            Executor background,
            Meter meter) {
        this.meter = meter;
        this.transactions = transactions;
        this.ticketing = ticketing;
        this.access = access;
        this.background = background;
        this.subscription = changes.listen(this::changed);
    }

    /** The texts of one event, and whether the store has moved on since they were read. */
    private static final class Held {
        private final AtomicLong changes = new AtomicLong();
        private final Object turn = new Object();
        private final AtomicBoolean reading = new AtomicBoolean();
        private volatile @Nullable Snapshot snapshot;
    }

    private record Snapshot(AttendeeIndex index, long changes) {}

    /**
     * @param typed less than two letters or digits find nobody
     * @return the best fits first, then by name, as they are in the store now
     * @throws org.eventops.domain.change.StoreException when the store cannot be read
     */
    public List<AttendeeRow> find(EventId event, String typed, int atMost) {
        access.need(Permission.FIND_ATTENDEES, event);
        List<SearchWord> words = AttendeeIndex.words(typed);
        return words.isEmpty()
                ? List.of()
                : meter.time(Operation.SEARCH, () -> found(event, words, atMost));
    }

    private List<AttendeeRow> found(EventId event, List<SearchWord> words, int atMost) {
        Held texts = heldOf(event);
        Snapshot known = texts.snapshot;
        if (known == null) {
            return rows(latest(event, texts).index(), words, atMost);
        }
        boolean current = known.changes() == texts.changes.get();
        List<AttendeeRow> found = rows(known.index(), words, atMost);
        if (current || !found.isEmpty()) {
            refresh(event, texts, current);
            return found;
        }
        // "Nobody" is never said from old knowledge: a ticket just sold must be found.
        return rows(latest(event, texts).index(), words, atMost);
    }

    /** Reads an event's texts before anybody searches it, so that the first search is no slower. */
    public void prepare(EventId event) {
        access.need(Permission.FIND_ATTENDEES, event);
        latest(event, heldOf(event));
    }

    private List<AttendeeRow> rows(AttendeeIndex index, List<SearchWord> words, int atMost) {
        List<TicketId> hits = index.find(words, atMost);
        if (hits.isEmpty()) {
            return List.of();
        }
        return transactions.read(
                () ->
                        hits.stream()
                                .map(ticketing::attendee)
                                .flatMap(Optional::stream)
                                .filter(row -> SearchText.of(row).matches(words))
                                .toList());
    }

    private Held heldOf(EventId event) {
        synchronized (held) {
            return held.computeIfAbsent(event, unused -> new Held());
        }
    }

    private void refresh(EventId event, Held texts, boolean current) {
        if (!current && texts.reading.compareAndSet(false, true)) {
            background.execute(
                    () -> {
                        try {
                            latest(event, texts);
                        } finally {
                            texts.reading.set(false);
                        }
                    });
        }
    }

    /** Whoever else asks for the same meanwhile waits for this one reading. */
    private Snapshot latest(EventId event, Held texts) {
        synchronized (texts.turn) {
            Snapshot known = texts.snapshot;
            if (known != null && known.changes() == texts.changes.get()) {
                return known;
            }
            return read(event, texts);
        }
    }

    private Snapshot read(EventId event, Held texts) {
        long changes = texts.changes.get();
        List<SearchText> rows = new ArrayList<>();
        // For whoever asked, who may, and for those who ask later.
        access.ownWork(
                () ->
                        transactions.read(
                                () -> {
                                    ticketing.attendees(event, row -> rows.add(SearchText.of(row)));
                                    return rows.size();
                                }));
        Snapshot read = new Snapshot(AttendeeIndex.of(rows), changes);
        texts.snapshot = read;
        return read;
    }

    private void changed(LocalChange change) {
        if (change.feature() == Feature.TICKETING) {
            synchronized (held) {
                held.forEach(
                        (event, texts) -> {
                            if (change.scopes().isEmpty()
                                    || change.scopes().contains(event.value())) {
                                texts.changes.incrementAndGet();
                            }
                        });
            }
        }
    }

    @Override
    public void close() {
        subscription.close();
    }
}

package org.eventops.domain.privacy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;
import org.eventops.domain.audit.AuditLog;
import org.eventops.domain.change.Progress;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.event.EventId;
import org.jspecify.annotations.Nullable;

/** For how long attendees are kept, and taking away those whose time is over. */
public final class RetentionService {
    /** Days beyond which a rule says nothing. */
    public static final int LONGEST = 36_500;

    /** Why attendees were erased whose time was over. */
    static final String REASON = "retention";

    private static final int CHUNK = 500;

    private final Transactions transactions;
    private final PersonalRows rows;
    private final Access access;
    private final AuditLog audit;
    private final Clock clock;

    public RetentionService(
            Transactions transactions,
            PersonalRows rows,
            Access access,
            AuditLog audit,
            Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** For how many days after an event its attendees are kept; empty for no limit. */
    public Optional<Integer> rule() {
        access.need(Permission.KEEP_PRIVACY);
        return transactions.read(rows::retention);
    }

    /**
     * Nothing is erased by it: that somebody does with {@link #apply}.
     *
     * @return whether it is laid down now; false if the days are less than 0 or over {@link
     *     #LONGEST}
     */
    public boolean keepFor(Optional<Integer> days) {
        access.need(Permission.KEEP_PRIVACY);
        if (days.filter(each -> each < 0 || each > LONGEST).isPresent()) {
            return false;
        }
        return transactions.write(
                () -> {
                    rows.retention(days);
                    return true;
                });
    }

    /** Events whose attendees' time is over, oldest first; none without a rule. */
    public List<DueEvent> due() {
        access.need(Permission.KEEP_PRIVACY);
        return transactions.read(this::dueNow);
    }

    private List<DueEvent> dueNow() {
        Optional<Integer> days = rows.retention();
        if (days.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        return rows.endedBefore(now.minus(days.get(), ChronoUnit.DAYS)).stream()
                .map(
                        each ->
                                new DueEvent(
                                        each.event(),
                                        each.tickets(),
                                        each.event().ends().plus(days.get(), ChronoUnit.DAYS)))
                .toList();
    }

    /**
     * @param tickets that no longer name anybody
     * @param again of these, tickets that named somebody who had been erased before, at events
     *     whose time is not over: another console or a copy had brought them back
     */
    public record Applied(int tickets, int again, List<KeptEvent> events) {
        public Applied {
            events = List.copyOf(events);
        }
    }

    /**
     * Erases the attendees whose time is over, and whoever had been erased and came back. In many
     * transactions: what was done when it is cancelled stays done, and the next time goes on from
     * there.
     *
     * @throws CancellationException when progress says cancelled
     */
    public Applied apply(Progress progress) {
        access.need(Permission.KEEP_PRIVACY);
        List<DueEvent> due = due();
        int again = again(due.stream().map(each -> each.event().id()).collect(Collectors.toSet()));
        long total = due.stream().mapToLong(DueEvent::tickets).sum();
        int done = 0;
        List<KeptEvent> events = new ArrayList<>();
        for (DueEvent each : due) {
            done += empty(each.event().id(), done, total, progress);
            events.add(each.event());
        }
        return new Applied(done + again, again, events);
    }

    private int empty(EventId event, int before, long total, Progress progress) {
        // First, as an event is due for as long as any of its tickets says who.
        transactions.write(() -> beside(event));
        int done = 0;
        boolean more = true;
        while (more) {
            progress.throwIfCancelled();
            int chunk = transactions.write(() -> emptySome(event));
            more = chunk >= 0;
            done += Math.max(0, chunk);
            progress.at(before + done, total);
        }
        return done;
    }

    /** Tickets of this part; -1 when there was nothing left to do. */
    private int emptySome(EventId event) {
        Erasing erasing = erasing();
        List<UUID> tickets = rows.tickets(event, CHUNK);
        List<UUID> orders = rows.orders(event, CHUNK);
        if (tickets.isEmpty() && orders.isEmpty()) {
            return -1;
        }
        erasing.remember(event.value(), PersonalRows.EVERYBODY);
        erasing.erase(Part.TICKET, tickets);
        erasing.erase(Part.ORDER, orders);
        return tickets.size();
    }

    private Erasing erasing() {
        return new Erasing(rows, audit, clock.instant(), access.worker().name(), REASON);
    }

    /** What is kept of its attendees beside tickets and orders. */
    private int beside(EventId event) {
        Erasing erasing = erasing();
        erasing.remember(event.value(), PersonalRows.EVERYBODY);
        rows.rows(Part.CONSENT, List.of()).stream()
                .filter(row -> row.scope().equals(event.value()))
                .forEach(erasing::withdraw);
        List<UUID> conflicts =
                rows.rows(Part.CONFLICT, List.of()).stream()
                        .filter(row -> row.scope().equals(event.value()))
                        .filter(RetentionService::namesAttendees)
                        .map(PersonalRow::id)
                        .toList();
        return erasing.erase(Part.CONFLICT, conflicts);
    }

    private static boolean namesAttendees(PersonalRow conflict) {
        String table = conflict.text("table_name");
        return table == null || table.equals("ticket") || table.equals("ticket_order");
    }

    /**
     * Erases again who was erased and stands there nevertheless.
     *
     * @param but where everybody's time is over: what is left there may be what a killed run left
     */
    private int again(Set<EventId> but) {
        return transactions.write(
                () -> {
                    Returned returned = returned(but);
                    Erasing erasing = erasing();
                    returned.digests().forEach(erasing::remember);
                    erasing.erase(Part.ORDER, returned.orders());
                    return erasing.erase(Part.TICKET, returned.tickets());
                });
    }

    /**
     * @param digests one that was known before for each event: that it was done again
     */
    private record Returned(Set<UUID> tickets, Set<UUID> orders, Map<UUID, String> digests) {}

    private Returned returned(Set<EventId> but) {
        Map<UUID, ErasedPeople> erased = new HashMap<>();
        rows.withErasures().stream()
                .filter(each -> !but.contains(each))
                .forEach(
                        each ->
                                erased.put(
                                        each.value(),
                                        new ErasedPeople(each.value(), rows.digests(each))));
        Returned returned =
                new Returned(new LinkedHashSet<>(), new LinkedHashSet<>(), new HashMap<>());
        if (!erased.isEmpty()) {
            rows.traces(trace -> take(trace, erased.get(trace.event()), returned));
        }
        return returned;
    }

    private static void take(Trace trace, @Nullable ErasedPeople erased, Returned to) {
        if (erased == null) {
            return;
        }
        if (trace.ticket() != null && erased.names(trace)) {
            to.tickets().add(trace.ticket());
            to.digests().put(trace.event(), erased.any());
        }
        if (erased.namesBuyer(trace)) {
            to.orders().add(trace.order());
            to.digests().put(trace.event(), erased.any());
        }
    }
}

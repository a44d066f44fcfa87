package org.eventops.persistence.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.event.EventId;
import org.eventops.domain.exchange.EventContent;
import org.eventops.domain.exchange.EventExchange;
import org.eventops.domain.exchange.MergeCounts;
import org.eventops.domain.exchange.OrderEntry;
import org.eventops.domain.exchange.ScanEntry;
import org.eventops.domain.privacy.ErasedPeople;
import org.eventops.domain.privacy.PersonalRows;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.persistence.door.DoorRows;
import org.eventops.persistence.door.HibernateDoorQueries;
import org.eventops.persistence.door.ScanArchive;
import org.eventops.persistence.event.HibernateEventRepository;
import org.eventops.persistence.event.TaxedEvent;
import org.eventops.persistence.ticketing.PlacedTicket;
import org.eventops.persistence.ticketing.TicketingRows;

/** Whole events in and out of H2. */
public final class HibernateEventExchange implements EventExchange {
    private final HibernateEventRepository events;
    private final TicketingRows ticketing;
    private final DoorRows doors;
    private final ScanArchive scans;
    private final ScanMerge scanMerge;
    private final PersonalRows personal;

    public HibernateEventExchange(
            HibernateEventRepository events,
            TicketingRows ticketing,
            DoorRows doors,
            HibernateDoorQueries queries,
            PersonalRows personal) {
        this.personal = personal;
        this.events = events;
        this.ticketing = ticketing;
        this.doors = doors;
        this.scans = new ScanArchive(doors);
        this.scanMerge = new ScanMerge(ticketing, queries, scans);
    }

    @Override
    public Optional<EventContent> load(String slug) {
        return events.id(slug).map(id -> load(id, events.taxed(id).orElseThrow()));
    }

    private EventContent load(EventId id, TaxedEvent taxed) {
        UUID scope = id.value();
        return new EventContent(
                taxed.event(),
                taxed.tax(),
                events.dates(id),
                ticketing.products().values(scope),
                ticketing.promos().values(scope),
                ticketing.questions().values(scope),
                doors.gates().values(scope),
                doors.lists().values(scope),
                ticketing.entries(scope),
                new TreeSet<>(ticketing.revoked().values(scope)),
                ticketing.keys().values(scope),
                scans.entries(id));
    }

    @Override
    public Set<ScanId> elsewhere(String slug, List<ScanEntry> entries) {
        return scans.elsewhere(events.id(slug), entries);
    }

    @Override
    public Merged merge(EventContent content, Progress progress) {
        TaxedEvent taxed = new TaxedEvent(content.event(), content.tax());
        Optional<EventId> known = events.id(content.event().slug());
        EventId id = known.orElseGet(() -> events.insert(taxed));
        UUID scope = id.value();
        MergeCounts all = known.isEmpty() ? new MergeCounts(1, 0, 0) : events.merge(id, taxed);
        all =
                all.plus(events.dateRows().merge(scope, content.dates(), progress))
                        .plus(ticketing.products().merge(scope, content.products(), progress))
                        .plus(ticketing.promos().merge(scope, content.promos(), progress))
                        .plus(ticketing.questions().merge(scope, content.questions(), progress))
                        .plus(doors.gates().merge(scope, content.gates(), progress))
                        .plus(doors.lists().merge(scope, content.lists(), progress))
                        .plus(ticketing.keys().merge(scope, content.keys(), progress));
        List<String> revoked = List.copyOf(content.revoked());
        all = all.plus(ticketing.revoked().merge(scope, revoked, progress));
        ErasedPeople.Sifted sifted =
                new ErasedPeople(scope, personal.digests(id)).sift(content.orders());
        all = all.plus(orders(scope, sifted.orders(), progress));
        MergeCounts tickets = tickets(scope, sifted.orders(), progress);
        all = all.plus(tickets).plus(scanMerge.merge(id, content.scans()));
        return new Merged(all, tickets, sifted.people());
    }

    private MergeCounts orders(UUID scope, List<OrderEntry> entries, Progress progress) {
        return ticketing
                .orders()
                .merge(scope, entries.stream().map(OrderEntry::order).toList(), progress);
    }

    private MergeCounts tickets(UUID scope, List<OrderEntry> entries, Progress progress) {
        if (entries.isEmpty()) {
            return MergeCounts.NONE;
        }
        Map<String, UUID> orders = ticketing.orderIds(scope);
        List<PlacedTicket> placed = new ArrayList<>();
        for (OrderEntry entry : entries) {
            UUID order = orders.get(entry.order().code());
            for (Ticket ticket : entry.tickets()) {
                placed.add(new PlacedTicket(java.util.Objects.requireNonNull(order), ticket));
            }
        }
        return ticketing.tickets().merge(scope, placed, progress);
    }
}

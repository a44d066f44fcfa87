package org.eventops.persistence.door;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eventops.domain.door.CheckinList;
import org.eventops.domain.door.DoorRepository;
import org.eventops.domain.door.DoorSetup;
import org.eventops.domain.door.Gate;
import org.eventops.domain.door.Knowledge;
import org.eventops.domain.door.ListId;
import org.eventops.domain.door.Scan;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.door.SignedKnowledge;
import org.eventops.domain.door.TicketFacts;
import org.eventops.domain.door.Undo;
import org.eventops.domain.event.Event;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.SeriesDate;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketId;
import org.eventops.domain.ticketing.signed.SignedCode;
import org.eventops.persistence.event.HibernateEventRepository;
import org.eventops.persistence.ticketing.CodeFold;
import org.eventops.persistence.ticketing.PlacedTicket;
import org.eventops.persistence.ticketing.TicketFinder;
import org.eventops.persistence.ticketing.TicketFinder.Found;
import org.eventops.persistence.ticketing.TicketingRows;

/** What a door reads and writes, in H2. */
public final class HibernateDoorRepository implements DoorRepository {
    /** Scans that count, and have not been taken back. */
    private static final String COUNTED =
            DoorRows.SCANS
                    + "s.ticket_id IN (:tickets) AND s.list_id = :list"
                    + " AND s.verdict IN ('ADMITTED', 'EXITED') AND u.id IS NULL"
                    + " ORDER BY s.recorded";

    private final HibernateEventRepository events;
    private final TicketingRows ticketing;
    private final TicketFinder finder;
    private final DoorRows rows;

    public HibernateDoorRepository(
            HibernateEventRepository events,
            TicketingRows ticketing,
            TicketFinder finder,
            DoorRows rows) {
        this.events = events;
        this.ticketing = ticketing;
        this.finder = finder;
        this.rows = rows;
    }

    @Override
    public Optional<DoorSetup> setup(EventId event, String listName) {
        List<ListEntity> all = rows.listRows(event.value());
        Optional<Event> found = events.find(event);
        return all.stream()
                .filter(row -> row.name.equals(listName))
                .findFirst()
                .flatMap(row -> found.map(known -> setup(event, known, row, all)));
    }

    private DoorSetup setup(EventId id, Event event, ListEntity row, List<ListEntity> all) {
        UUID scope = id.value();
        List<CheckinList> lists = all.stream().map(DoorMappings::list).toList();
        return new DoorSetup(
                id,
                event,
                new ListId(row.id),
                DoorMappings.list(row),
                lists,
                byKey(ticketing.products().values(scope), Product::key),
                byKey(events.dates(id), SeriesDate::key),
                byKey(rows.gates().values(scope), Gate::key),
                ticketing.questions().values(scope));
    }

    private static <T> Map<String, T> byKey(List<T> values, Function<T, String> key) {
        return values.stream().collect(Collectors.toUnmodifiableMap(key, Function.identity()));
    }

    @Override
    public Knowledge knowledge(DoorSetup setup, String code) {
        UUID scope = setup.eventId().value();
        List<Found> everywhere = finder.byFoldedCode(CodeFold.fold(code));
        List<Found> here = everywhere.stream().filter(f -> f.scope().equals(scope)).toList();
        List<Found> ofOrder = finder.byFoldedOrder(scope, CodeFold.fold(code));
        List<Knowledge.OtherEvent> elsewhere =
                everywhere.stream()
                        .filter(f -> !f.scope().equals(scope) && f.ticket().code().equals(code))
                        .map(f -> events.find(new EventId(f.scope())).orElseThrow())
                        .map(other -> new Knowledge.OtherEvent(other.slug(), other.name()))
                        .toList();
        return new Knowledge(
                setup,
                finder.isRevoked(scope, code),
                facts(setup, here),
                facts(setup, ofOrder),
                elsewhere,
                SignedCode.read(code).flatMap(read -> signed(setup, read)).orElse(null));
    }

    private Optional<SignedKnowledge> signed(DoorSetup setup, SignedCode code) {
        UUID scope = setup.eventId().value();
        return finder.keys(code.payload().key()).stream()
                .min(Comparator.comparing(each -> !each.scope().equals(scope)))
                .map(named -> signed(setup, code, named));
    }

    private SignedKnowledge signed(DoorSetup setup, SignedCode code, TicketFinder.NamedKey named) {
        TicketId ticket = code.payload().ticket();
        boolean here = named.scope().equals(setup.eventId().value());
        Knowledge.OtherEvent owner =
                here
                        ? null
                        : events.find(new EventId(named.scope()))
                                .map(other -> new Knowledge.OtherEvent(other.slug(), other.name()))
                                .orElseThrow();
        TicketFacts known =
                finder.byId(ticket.value())
                        .filter(found -> found.scope().equals(setup.eventId().value()))
                        .map(found -> facts(setup, List.of(found)).getFirst())
                        .orElse(null);
        List<Scan> scans =
                scans(setup.listId(), List.of(ticket.value()))
                        .getOrDefault(ticket.value(), List.of());
        return new SignedKnowledge(code, named.key(), owner, known, scans);
    }

    private List<TicketFacts> facts(DoorSetup setup, List<Found> tickets) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        List<Found> addons =
                finder.addonsOf(
                        setup.eventId().value(),
                        tickets.stream().map(f -> f.ticket().code()).toList());
        List<UUID> all = new ArrayList<>();
        tickets.forEach(f -> all.add(f.id()));
        addons.forEach(f -> all.add(f.id()));
        Map<UUID, List<Scan>> scans = scans(setup.listId(), all);
        List<TicketFacts> facts = new ArrayList<>();
        for (Found found : tickets) {
            List<TicketFacts> own =
                    addons.stream()
                            .filter(a -> found.ticket().code().equals(a.ticket().addonTo()))
                            .map(a -> facts(a, scans, List.of()))
                            .toList();
            facts.add(facts(found, scans, own));
        }
        return facts;
    }

    private static TicketFacts facts(
            Found found, Map<UUID, List<Scan>> scans, List<TicketFacts> addons) {
        List<Scan> own = scans.getOrDefault(found.id(), List.of());
        return new TicketFacts(
                new TicketId(found.id()), found.ticket(), found.order(), own, addons);
    }

    private Map<UUID, List<Scan>> scans(ListId list, List<UUID> tickets) {
        Map<UUID, List<Scan>> byTicket = new HashMap<>();
        rows
                .scans(COUNTED)
                .setParameter("tickets", tickets)
                .setParameter("list", list.value())
                .getResultList()
                .stream()
                .map(DoorRows::scan)
                .forEach(
                        scan ->
                                byTicket.computeIfAbsent(
                                                ticketOf(scan), unused -> new ArrayList<>())
                                        .add(scan));
        return byTicket;
    }

    private static UUID ticketOf(Scan scan) {
        TicketId ticket = scan.ticket();
        if (ticket == null) {
            throw new IllegalStateException("a ticket's scan without the ticket");
        }
        return ticket.value();
    }

    @Override
    public void record(Scan scan) {
        rows.insert(scan);
    }

    @Override
    public void answer(EventId event, TicketId ticket, Map<String, String> answers) {
        PlacedTicket placed = ticketing.tickets().find(ticket.value()).orElseThrow();
        Ticket answered = placed.ticket().withAnswers(answers);
        ticketing.tickets().replace(ticket.value(), new PlacedTicket(placed.orderId(), answered));
    }

    @Override
    public Optional<Scan> scan(ScanId id) {
        return rows.scan(id.value());
    }

    @Override
    public void undo(ScanId id, Undo undo) {
        Scan scan = rows.scan(id.value()).orElseThrow();
        rows.insertUndo(id.value(), scan.event().value(), undo);
    }
}

package org.eventops.domain.door;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eventops.domain.change.DirectTransactions;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketId;

/** A store of one event in memory, with its transactions and its feed of changes. */
final class FakeDoorRepository implements DoorRepository, DirectTransactions, LocalChanges {
    final Map<String, DoorSetup> setups = new LinkedHashMap<>();
    final Map<TicketId, Ticket> tickets = new LinkedHashMap<>();
    final Map<String, Order> orders = new HashMap<>();
    final Map<TicketId, String> orderOf = new HashMap<>();
    final Set<String> revoked = new HashSet<>();
    final Map<String, Knowledge.OtherEvent> elsewhere = new HashMap<>();
    final List<Scan> scans = new ArrayList<>();
    int setupsRead;
    Supplier<RuntimeException> failure = () -> new IllegalStateException("not failing");
    boolean failing;
    private final List<Consumer<LocalChange>> listeners = new ArrayList<>();

    TicketId add(Ticket ticket, Order order) {
        TicketId id =
                new TicketId(
                        UUID.nameUUIDFromBytes(ticket.code().getBytes(StandardCharsets.UTF_8)));
        tickets.put(id, ticket);
        orders.put(order.code(), order);
        orderOf.put(id, order.code());
        return id;
    }

    @Override
    public Optional<DoorSetup> setup(EventId event, String listName) {
        setupsRead++;
        return Optional.ofNullable(setups.get(listName));
    }

    @Override
    public Knowledge knowledge(DoorSetup setup, String code) {
        return new Knowledge(
                setup,
                revoked.contains(code),
                facts(setup, id -> ticket(id).code().equalsIgnoreCase(code)),
                facts(setup, id -> order(id).code().equalsIgnoreCase(code)),
                elsewhere.containsKey(code) ? List.of(elsewhere.get(code)) : List.of());
    }

    private Ticket ticket(TicketId id) {
        return Objects.requireNonNull(tickets.get(id));
    }

    private Order order(TicketId id) {
        return Objects.requireNonNull(orders.get(orderOf.get(id)));
    }

    private List<TicketFacts> facts(DoorSetup setup, Predicate<TicketId> wanted) {
        return tickets.keySet().stream().filter(wanted).map(id -> facts(setup, id)).toList();
    }

    private TicketFacts facts(DoorSetup setup, TicketId id) {
        String code = ticket(id).code();
        List<TicketFacts> addons = facts(setup, other -> code.equals(ticket(other).addonTo()));
        List<Scan> here =
                scans.stream()
                        .filter(s -> s.counts() && id.equals(s.ticket()))
                        .filter(s -> s.list().equals(setup.listId()))
                        .toList();
        return new TicketFacts(id, ticket(id), order(id), here, addons);
    }

    @Override
    public void record(Scan scan) {
        scans.add(scan);
    }

    @Override
    public void answer(EventId event, TicketId ticket, Map<String, String> answers) {
        tickets.put(ticket, ticket(ticket).withAnswers(answers));
    }

    @Override
    public Optional<Scan> scan(ScanId id) {
        return scans.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    @Override
    public void undo(ScanId id, Undo undo) {
        scans.replaceAll(s -> s.id().equals(id) ? s.takenBack(undo) : s);
    }

    @Override
    public <T> T write(Supplier<T> work) {
        if (failing) {
            throw failure.get();
        }
        T result = work.get();
        tell(Feature.DOOR);
        return result;
    }

    void tell(Feature feature) {
        LocalChange change = new LocalChange(feature, Set.of(TokyoDoor.EVENT.value()));
        List.copyOf(listeners).forEach(each -> each.accept(change));
    }

    @Override
    public Subscription listen(Consumer<LocalChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}

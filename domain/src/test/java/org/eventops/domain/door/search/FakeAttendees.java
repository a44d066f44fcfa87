package org.eventops.domain.door.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.eventops.domain.change.DirectTransactions;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.event.EventId;
import org.eventops.domain.ticketing.AttendeeRow;
import org.eventops.domain.ticketing.Order;
import org.eventops.domain.ticketing.OrderRow;
import org.eventops.domain.ticketing.OrderStatus;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.ProductRow;
import org.eventops.domain.ticketing.Question;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.domain.ticketing.Ticket;
import org.eventops.domain.ticketing.TicketId;
import org.eventops.domain.ticketing.TicketStatus;
import org.eventops.domain.ticketing.TicketingRepository;
import org.jspecify.annotations.Nullable;

/** The attendees of one event in memory; what a search does not ask for is not there. */
final class FakeAttendees implements TicketingRepository, DirectTransactions, LocalChanges {
    static final EventId EVENT = new EventId(new UUID(3, 3));

    final Map<TicketId, AttendeeRow> rows = new LinkedHashMap<>();
    int allRead;
    private final List<Consumer<LocalChange>> listeners = new ArrayList<>();

    static AttendeeRow row(
            String code,
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String company) {
        return new AttendeeRow(
                id(code),
                code,
                "R" + code,
                "general",
                null,
                name,
                email,
                phone,
                company,
                OrderStatus.PAID,
                TicketStatus.VALID,
                false,
                false,
                false);
    }

    static TicketId id(String code) {
        return new TicketId(UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)));
    }

    void put(AttendeeRow row) {
        rows.put(row.id(), row);
    }

    void tell(Feature feature) {
        LocalChange change = new LocalChange(feature, Set.of(EVENT.value()));
        listeners.forEach(each -> each.accept(change));
    }

    @Override
    public void attendees(EventId event, Consumer<AttendeeRow> each) {
        allRead++;
        rows.values().forEach(each);
    }

    @Override
    public Optional<AttendeeRow> attendee(TicketId id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public Subscription listen(Consumer<LocalChange> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private static UnsupportedOperationException notHere() {
        return new UnsupportedOperationException("a search does not ask for this");
    }

    @Override
    public List<ProductRow> products(EventId event) {
        throw notHere();
    }

    @Override
    public void saveProduct(EventId event, Product product) {
        throw notHere();
    }

    @Override
    public List<OrderRow> orders(EventId event) {
        throw notHere();
    }

    @Override
    public Optional<Ticket> ticket(TicketId id) {
        throw notHere();
    }

    @Override
    public Optional<Order> order(EventId event, String code) {
        throw notHere();
    }

    @Override
    public List<Ticket> ticketsOf(EventId event, String orderCode) {
        throw notHere();
    }

    @Override
    public void saveOrder(EventId event, Order order) {
        throw notHere();
    }

    @Override
    public void saveTicket(TicketId id, Ticket ticket) {
        throw notHere();
    }

    @Override
    public void recode(EventId event, TicketId id, String code) {
        throw notHere();
    }

    @Override
    public void revoke(EventId event, String code) {
        throw notHere();
    }

    @Override
    public List<SigningKey> keys(EventId event) {
        return List.of();
    }

    @Override
    public void saveKey(EventId event, SigningKey key) {
        throw notHere();
    }

    @Override
    public List<Question> questions(EventId event) {
        throw notHere();
    }
}

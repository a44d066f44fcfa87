package org.eventops.domain.ticketing;

import java.util.Optional;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.event.EventId;
import org.jspecify.annotations.Nullable;

/** Edits products, orders and tickets: checked field by field, whole or not at all. */
public final class TicketingService {
    private final Transactions transactions;
    private final TicketingRepository ticketing;

    public TicketingService(Transactions transactions, TicketingRepository ticketing) {
        this.transactions = transactions;
        this.ticketing = ticketing;
    }

    public EditOutcome<Ticket> change(TicketId id, TicketChange change) {
        FieldChecks checks = new FieldChecks();
        Attendee attendee =
                new Attendee(
                        checks.text("name", change.name()),
                        checks.email("email", change.email()),
                        checks.text("phone", change.phone()),
                        checks.text("company", change.company()));
        String note = checks.text("note", change.note());
        if (!checks.problems().isEmpty()) {
            return new EditOutcome.Refused<>(checks.problems());
        }
        return transactions.write(
                () ->
                        ticketing
                                .ticket(id)
                                .map(old -> save(id, old, changed(old, attendee, note, change)))
                                .orElseGet(EditOutcome.Gone::new));
    }

    private EditOutcome<Ticket> save(TicketId id, Ticket before, Ticket now) {
        ticketing.saveTicket(id, now);
        return new EditOutcome.Saved<>(before, ticketing.ticket(id).orElseThrow());
    }

    private static Ticket changed(
            Ticket old, Attendee attendee, @Nullable String note, TicketChange change) {
        return new Ticket(
                old.code(),
                old.product(),
                old.date(),
                attendee,
                old.status(),
                change.flags().blocked(),
                old.validFrom(),
                old.validUntil(),
                old.addonTo(),
                change.flags().attention(),
                note,
                old.answers(),
                old.price());
    }

    public EditOutcome<Order> change(EventId event, String code, OrderStatus status, String email) {
        FieldChecks checks = new FieldChecks();
        String address = checks.email("email", email);
        if (!checks.problems().isEmpty()) {
            return new EditOutcome.Refused<>(checks.problems());
        }
        return transactions.write(
                () -> {
                    Optional<Order> found = ticketing.order(event, code);
                    return found.<EditOutcome<Order>>map(
                                    old -> save(event, old, changed(old, status, address)))
                            .orElseGet(EditOutcome.Gone::new);
                });
    }

    private EditOutcome<Order> save(EventId event, Order before, Order now) {
        ticketing.saveOrder(event, now);
        return new EditOutcome.Saved<>(before, ticketing.order(event, now.code()).orElseThrow());
    }

    private static Order changed(Order old, OrderStatus status, @Nullable String email) {
        return new Order(
                old.code(),
                status,
                old.approval(),
                old.validWhilePending(),
                email,
                old.placed(),
                old.promo(),
                old.locale());
    }

    /**
     * Takes an edit of an order back.
     *
     * @return false if it has been changed since; it is left as it is then
     */
    public boolean restoreOrder(EventId event, EditOutcome.Saved<Order> edit) {
        return transactions.write(
                () -> {
                    boolean same =
                            ticketing
                                    .order(event, edit.now().code())
                                    .equals(Optional.of(edit.now()));
                    if (same) {
                        ticketing.saveOrder(event, edit.before());
                    }
                    return same;
                });
    }

    /**
     * Takes an edit of a ticket back.
     *
     * @return false if it has been changed since; it is left as it is then
     */
    public boolean restoreTicket(TicketId id, EditOutcome.Saved<Ticket> edit) {
        return transactions.write(
                () -> {
                    boolean same = ticketing.ticket(id).equals(Optional.of(edit.now()));
                    if (same) {
                        ticketing.saveTicket(id, edit.before());
                    }
                    return same;
                });
    }

    /**
     * Takes an edit of a product back.
     *
     * @return false if it has been changed since; it is left as it is then
     */
    public boolean restoreProduct(EventId event, EditOutcome.Saved<Product> edit) {
        return transactions.write(
                () -> {
                    boolean same = product(event, edit.now().key()).equals(Optional.of(edit.now()));
                    if (same) {
                        ticketing.saveProduct(event, edit.before());
                    }
                    return same;
                });
    }

    /** Inserts or replaces a product; its key must not be blank. */
    public EditOutcome<Product> save(EventId event, Product product) {
        FieldChecks checks = new FieldChecks();
        if (checks.text("name", product.name()) == null) {
            checks.add("name", FieldProblem.Kind.REQUIRED);
        }
        Integer quantity = product.quantity();
        if (quantity != null && quantity < 0) {
            checks.add("quantity", FieldProblem.Kind.NOT_A_COUNT);
        }
        if (product.price().minor() < 0) {
            checks.add("price", FieldProblem.Kind.NOT_AN_AMOUNT);
        }
        if (!checks.problems().isEmpty()) {
            return new EditOutcome.Refused<>(checks.problems());
        }
        return transactions.write(() -> kept(event, product));
    }

    private EditOutcome<Product> kept(EventId event, Product product) {
        Product before = product(event, product.key()).orElse(product);
        ticketing.saveProduct(event, product);
        return new EditOutcome.Saved<>(before, product(event, product.key()).orElseThrow());
    }

    private Optional<Product> product(EventId event, String key) {
        return ticketing.products(event).stream()
                .map(ProductRow::product)
                .filter(each -> each.key().equals(key))
                .findFirst();
    }
}

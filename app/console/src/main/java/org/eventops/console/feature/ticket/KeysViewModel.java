package org.eventops.console.feature.ticket;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.services.StoreServices;
import org.eventops.console.services.TicketServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.ticketing.SigningKey;
import org.eventops.domain.ticketing.issue.Verification;

/** The keys of the event, and what a signed code says. */
public final class KeysViewModel {
    private final ScreenContext context;
    private final StoreServices store;
    private final TicketServices tickets;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Verification>> verified =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param signsHere whether this console has the private half
     */
    public record Row(SigningKey key, boolean signsHere) {
        boolean isGood() {
            return key.retired() == null;
        }
    }

    public KeysViewModel(ScreenContext context, StoreServices store, TicketServices tickets) {
        this.context = context;
        this.store = store;
        this.tickets = tickets;
    }

    void load() {
        event().ifPresentOrElse(this::load, rows::clear);
    }

    private Optional<EventId> event() {
        return context.current().get().map(EventRow::id);
    }

    private void load(EventId event) {
        context.tasks().read(() -> found(event)).onSuccess(rows::setAll).start();
    }

    private List<Row> found(EventId event) {
        List<SigningKey> keys = tickets.signing().keys(event);
        return store.transactions()
                .read(
                        () ->
                                keys.stream()
                                        .map(
                                                key ->
                                                        new Row(
                                                                key,
                                                                tickets.keys()
                                                                        .privateKey(key.publicKey())
                                                                        .isPresent()))
                                        .toList());
    }

    /** A new key signs from now on; codes of the others stay good. */
    void rotate() {
        event().ifPresent(
                        event ->
                                context.tasks()
                                        .write(() -> tickets.signing().rotate(event))
                                        .onSuccess(key -> load(event))
                                        .start());
    }

    /** Codes that it signed are refused from now on, at every door that hears of it. */
    void retire(Row row) {
        event().ifPresent(
                        event ->
                                context.tasks()
                                        .write(
                                                () ->
                                                        tickets.signing()
                                                                .retire(event, row.key().id()))
                                        .onSuccess(key -> load(event))
                                        .start());
    }

    void verify(String code) {
        if (code.isBlank()) {
            verified.set(Optional.empty());
            return;
        }
        context.tasks()
                .read(() -> tickets.verifying().verify(code))
                .onSuccess(each -> verified.set(Optional.of(each)))
                .start();
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<Optional<Verification>> verifiedProperty() {
        return verified.getReadOnlyProperty();
    }
}

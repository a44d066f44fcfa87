package org.eventops.console.feature.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eventops.console.platform.Job;
import org.eventops.console.platform.Refresh;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.ticketing.Product;
import org.eventops.domain.ticketing.ProductRow;
import org.jspecify.annotations.Nullable;

/** The event that is open, as it is in the store now. */
public final class EventPageViewModel {
    private final ScreenContext context;
    private final EventDesk desk;
    private final ReadOnlyObjectWrapper<Optional<EventPage>> page =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final AttendeeRows attendees;
    private final Refresh refresh = new Refresh(this::question);
    private volatile @Nullable EventId open;
    private LocalChanges.@Nullable Subscription subscription;

    public EventPageViewModel(ScreenContext context, EventDesk desk) {
        this.context = context;
        this.desk = desk;
        this.attendees = new AttendeeRows(context.tasks());
        context.current().property().addListener((property, before, now) -> turnTo(now));
    }

    private record Answer(
            Optional<EventPage> page, Optional<EventRow> row, List<AttendeeEntry> attendees) {}

    void attach() {
        subscription = desk.store().changes().listen(this::changed);
        turnTo(context.current().get());
        refresh.request();
    }

    void detach() {
        if (subscription != null) {
            subscription.close();
        }
        subscription = null;
    }

    private void turnTo(Optional<EventRow> row) {
        EventId wanted = row.map(EventRow::id).orElse(null);
        if (wanted != null && !wanted.equals(open)) {
            open = wanted;
            page.set(Optional.empty());
            attendees.clear();
            refresh.request();
        }
    }

    private void changed(LocalChange change) {
        EventId here = open;
        if (here != null && (change.scopes().isEmpty() || change.scopes().contains(here.value()))) {
            refresh.request();
        }
    }

    private Job<Answer> question() {
        EventId wanted = open;
        return context.tasks()
                .read(() -> desk.store().transactions().read(() -> answer(wanted)))
                .onSuccess(this::show);
    }

    private Answer answer(@Nullable EventId id) {
        if (id == null) {
            return new Answer(Optional.empty(), Optional.empty(), List.of());
        }
        boolean names = context.permits().may(Permission.FIND_ATTENDEES, id);
        Optional<EventPage> found =
                desk.ports()
                        .events()
                        .find(id)
                        .map(
                                event ->
                                        new EventPage(
                                                event,
                                                desk.ports().events().history(id),
                                                desk.ports().ticketing().products(id),
                                                names
                                                        ? desk.ports().ticketing().orders(id)
                                                        : List.of(),
                                                desk.door().lists(id),
                                                desk.door().gates(id)));
        List<AttendeeEntry> rows = new ArrayList<>();
        if (names) {
            desk.ports().ticketing().attendees(id, row -> rows.add(AttendeeEntry.of(row)));
        }
        Optional<EventRow> row =
                found.flatMap(each -> desk.ports().events().row(each.event().slug()));
        return new Answer(found, row, rows);
    }

    private void show(Answer answer) {
        if (answer.row().map(row -> row.id().equals(open)).orElse(true)) {
            page.set(answer.page());
            attendees.take(answer.attendees());
            answer.row().ifPresent(context.current()::choose);
        }
    }

    EventDesk desk() {
        return desk;
    }

    Optional<EventId> openId() {
        return Optional.ofNullable(open);
    }

    ReadOnlyObjectProperty<Optional<EventPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    AttendeeRows attendees() {
        return attendees;
    }

    BooleanBinding presentProperty() {
        return Bindings.createBooleanBinding(
                () -> context.current().get().isPresent(), context.current().property());
    }

    /** The key itself while the name is not known. */
    String productName(String key) {
        return page.get().stream()
                .flatMap(each -> each.products().stream())
                .map(ProductRow::product)
                .filter(each -> each.key().equals(key))
                .map(Product::name)
                .findFirst()
                .orElse(key);
    }

    StringBinding nameProperty() {
        return Bindings.createStringBinding(
                () -> context.current().get().map(EventRow::name).orElse(""),
                context.current().property());
    }

    StringBinding lineProperty() {
        Language language = context.language();
        return Bindings.createStringBinding(
                () -> context.current().get().map(row -> line(row, language)).orElse(""),
                context.current().property(),
                language.textsProperty());
    }

    private static String line(EventRow row, Language language) {
        return language.get(
                "event.page.line",
                language.get("event.type." + row.type().name()),
                language.get("event.status." + row.status().name()),
                row.sold(),
                row.entered());
    }
}

package org.eventops.console.feature.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.eventops.console.platform.Job;
import org.eventops.console.platform.Refresh;
import org.eventops.console.shell.Language;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.ticketing.AttendeeRow;
import org.jspecify.annotations.Nullable;

/** The event that is open, as it is in the store now. */
public final class EventPageViewModel {
    private final ScreenContext context;
    private final EventDesk desk;
    private final ReadOnlyObjectWrapper<Optional<EventPage>> page =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<AttendeeRow> attendees = FXCollections.observableArrayList();
    private final FilteredList<AttendeeRow> shown = new FilteredList<>(attendees);
    private final StringProperty typed = new SimpleStringProperty("");
    private final Refresh refresh = new Refresh(this::question);
    private volatile @Nullable EventId open;
    private LocalChanges.@Nullable Subscription subscription;

    public EventPageViewModel(ScreenContext context, EventDesk desk) {
        this.context = context;
        this.desk = desk;
        typed.addListener((property, before, now) -> filter(now));
        context.current().property().addListener((property, before, now) -> turnTo(now));
    }

    private record Answer(Optional<EventPage> page, List<AttendeeRow> attendees) {}

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
            typed.set("");
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
            return new Answer(Optional.empty(), List.of());
        }
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
                                                desk.ports().ticketing().orders(id),
                                                desk.door().lists(id),
                                                desk.door().gates(id)));
        List<AttendeeRow> rows = new ArrayList<>();
        desk.ports().ticketing().attendees(id, rows::add);
        return new Answer(found, rows);
    }

    private void show(Answer answer) {
        page.set(answer.page());
        attendees.setAll(answer.attendees());
    }

    private void filter(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(
                row ->
                        Stream.of(
                                        row.name(),
                                        row.email(),
                                        row.phone(),
                                        row.company(),
                                        row.order(),
                                        row.code())
                                .anyMatch(
                                        each ->
                                                each != null
                                                        && each.toLowerCase(Locale.ROOT)
                                                                .contains(wanted)));
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

    FilteredList<AttendeeRow> attendees() {
        return shown;
    }

    StringProperty typedProperty() {
        return typed;
    }

    BooleanBinding presentProperty() {
        return Bindings.createBooleanBinding(
                () -> context.current().get().isPresent(), context.current().property());
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

package org.eventops.console.feature.event;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.transformation.FilteredList;
import org.eventops.console.shell.EventFeed;
import org.eventops.domain.door.search.Folding;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.event.EventStatus;

/** The events that fit what was typed and the status that was chosen. */
public final class EventListViewModel {
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObjectProperty<Optional<EventStatus>> status =
            new SimpleObjectProperty<>(Optional.empty());
    private final FilteredList<EventRow> shown;

    public EventListViewModel(EventFeed feed) {
        shown = new FilteredList<>(feed.rows());
        typed.addListener((property, before, now) -> filter());
        status.addListener((property, before, now) -> filter());
    }

    private void filter() {
        String wanted = Folding.fold(typed.get().strip());
        Optional<EventStatus> only = status.get();
        shown.setPredicate(
                row ->
                        only.map(each -> each == row.status()).orElse(true)
                                && Stream.of(row.name(), row.slug(), row.city(), row.venue())
                                        .anyMatch(
                                                text ->
                                                        text != null
                                                                && Folding.fold(text)
                                                                        .contains(wanted)));
    }

    public StringProperty typedProperty() {
        return typed;
    }

    public ObjectProperty<Optional<EventStatus>> statusProperty() {
        return status;
    }

    public FilteredList<EventRow> shown() {
        return shown;
    }
}

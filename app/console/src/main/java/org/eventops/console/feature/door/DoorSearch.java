package org.eventops.console.feature.door;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.platform.Running;
import org.eventops.console.platform.TaskRunner;
import org.eventops.domain.change.Progress;
import org.eventops.domain.door.search.AttendeeSearch;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.ticketing.AttendeeRow;

/** People found as one types; a search never counts as a scan. */
public final class DoorSearch {
    private static final int SHOWN = 8;

    private final TaskRunner tasks;
    private final AttendeeSearch search;
    private final DoorPlace place;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<AttendeeRow> hits = FXCollections.observableArrayList();
    private boolean current;
    private Running running = Running.NOTHING;

    public DoorSearch(TaskRunner tasks, AttendeeSearch search, DoorPlace place) {
        this.tasks = tasks;
        this.search = search;
        this.place = place;
        typed.addListener((property, before, now) -> ask(now));
    }

    private void ask(String text) {
        running.cancel();
        current = false;
        Optional<EventId> event = place.event().map(EventRow::id);
        if (event.isEmpty() || text.isBlank()) {
            hits.clear();
            return;
        }
        running =
                tasks.read(wanted -> find(event.get(), text, wanted))
                        .onSuccess(this::found)
                        .start();
    }

    /** Of a scanner's burst only the last letters are searched for, if any. */
    private List<AttendeeRow> find(EventId event, String text, Progress wanted) {
        return wanted.cancelled() ? List.of() : search.find(event, text, SHOWN);
    }

    /** The texts of the event are read before the first search. */
    void prepare() {
        place.event()
                .map(EventRow::id)
                .ifPresent(
                        event ->
                                tasks.read(
                                                () -> {
                                                    search.prepare(event);
                                                    return true;
                                                })
                                        .start());
    }

    private void found(List<AttendeeRow> rows) {
        hits.setAll(rows);
        current = true;
    }

    /** Whether the people shown are those that fit what stands in the field now. */
    boolean isCurrent() {
        return current;
    }

    /** What was typed turned out to be the start of a scan. */
    void takeBack(int characters) {
        String text = typed.get();
        typed.set(text.substring(0, Math.max(0, text.length() - characters)));
    }

    public StringProperty typedProperty() {
        return typed;
    }

    public ObservableList<AttendeeRow> hits() {
        return hits;
    }
}

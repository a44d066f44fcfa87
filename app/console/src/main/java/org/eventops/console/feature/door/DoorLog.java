package org.eventops.console.feature.door;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.platform.Job;
import org.eventops.console.platform.Refresh;
import org.eventops.console.platform.TaskRunner;
import org.eventops.console.services.DoorServices;
import org.eventops.console.services.StoreServices;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.door.DoorCounts;
import org.eventops.domain.door.ScanRow;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRow;

/** The last scans of the list and its counts, asked again whenever they change. */
public final class DoorLog {
    private static final int SHOWN = 10;

    private final StoreServices store;
    private final DoorServices doors;
    private final TaskRunner tasks;
    private final DoorPlace place;
    private final Clock clock;
    private final Refresh refresh = new Refresh(this::question);
    private final ObservableList<ScanRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<DoorCounts>> counts =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<LocalChanges.Subscription> listening = Optional.empty();

    public DoorLog(
            StoreServices store,
            DoorServices doors,
            TaskRunner tasks,
            DoorPlace place,
            Clock clock) {
        this.store = store;
        this.doors = doors;
        this.tasks = tasks;
        this.place = place;
        this.clock = clock;
        place.listProperty().addListener((property, before, now) -> refresh.request());
    }

    private record Found(List<ScanRow> rows, Optional<DoorCounts> counts) {}

    void attach() {
        listening = Optional.of(store.changes().listen(this::changed));
        refresh.request();
    }

    void detach() {
        listening.ifPresent(LocalChanges.Subscription::close);
        listening = Optional.empty();
    }

    private void changed(LocalChange change) {
        if (change.feature() == Feature.DOOR || change.feature() == Feature.TICKETING) {
            refresh.request();
        }
    }

    private Job<Found> question() {
        Optional<EventId> event = place.event().map(EventRow::id);
        Optional<String> list = place.listProperty().get();
        return tasks.read(() -> store.transactions().read(() -> found(event, list)))
                .onSuccess(this::show);
    }

    private Found found(Optional<EventId> event, Optional<String> list) {
        if (event.isEmpty() || list.isEmpty()) {
            return new Found(List.of(), Optional.empty());
        }
        return new Found(
                doors.queries().lastScans(event.get(), list.get(), SHOWN),
                Optional.of(doors.queries().counts(event.get(), list.get(), clock.instant())));
    }

    private void show(Found found) {
        rows.setAll(found.rows());
        counts.set(found.counts());
    }

    public ObservableList<ScanRow> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<Optional<DoorCounts>> countsProperty() {
        return counts.getReadOnlyProperty();
    }
}

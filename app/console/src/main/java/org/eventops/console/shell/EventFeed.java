package org.eventops.console.shell;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.platform.Job;
import org.eventops.console.platform.Refresh;
import org.eventops.console.platform.TaskRunner;
import org.eventops.console.services.StoreServices;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.event.EventRepository;
import org.eventops.domain.event.EventRow;

/** The events as they are in the store now, for the list, the switcher and the palette. */
public final class EventFeed implements AutoCloseable {
    private final ObservableList<EventRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(false);
    private final StoreServices store;
    private final EventRepository events;
    private final TaskRunner tasks;
    private final CurrentEvent current;
    private final Refresh refresh;
    private final LocalChanges.Subscription subscription;
    private volatile boolean watched;

    public EventFeed(
            StoreServices store, EventRepository events, TaskRunner tasks, CurrentEvent current) {
        this.store = store;
        this.events = events;
        this.tasks = tasks;
        this.current = current;
        this.refresh = new Refresh(this::question);
        this.subscription = store.changes().listen(this::changed);
    }

    public void load() {
        refresh.request();
    }

    /** While nobody looks at how many have entered, a scan makes nobody count all tickets again. */
    public void watched(boolean looking) {
        watched = looking;
        if (looking) {
            load();
        }
    }

    private Job<List<EventRow>> question() {
        return tasks.read(() -> store.transactions().read(events::rows)).onSuccess(this::show);
    }

    private void show(List<EventRow> found) {
        rows.setAll(found);
        loaded.set(true);
        current.get()
                .flatMap(
                        open ->
                                found.stream()
                                        .filter(each -> each.id().equals(open.id()))
                                        .findFirst())
                .ifPresent(current::choose);
    }

    private void changed(LocalChange change) {
        boolean named = change.feature() == Feature.EVENT || change.feature() == Feature.TICKETING;
        if (named || (watched && change.feature() == Feature.DOOR)) {
            refresh.request();
        }
    }

    public ObservableList<EventRow> rows() {
        return rows;
    }

    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    @Override
    public void close() {
        subscription.close();
    }
}

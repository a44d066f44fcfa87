package org.eventops.console.feature.counts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.platform.Job;
import org.eventops.console.platform.Refresh;
import org.eventops.console.platform.TaskRunner;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.CurrentEvent;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.door.count.LiveCounts;
import org.eventops.domain.event.EventId;
import org.eventops.domain.event.EventRow;

/**
 * The counts of the open event, kept true while they are looked at. A change only marks them as
 * old; {@link #pulse} asks again, so that a crowd at the door makes nobody draw more often.
 */
public final class CountsViewModel {
    /** Without any scan the entries of the last ten minutes grow fewer. */
    private static final Duration OLD = Duration.ofSeconds(10);

    /** What there is to show. */
    public enum State {
        NO_EVENT,
        READING,
        NO_LISTS,
        NO_SCANS,
        COUNTED
    }

    private final ConsoleServices services;
    private final TaskRunner tasks;
    private final CurrentEvent current;
    private final Clock clock;
    private final Refresh refresh = new Refresh(this::question);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NO_EVENT);
    private final ReadOnlyObjectWrapper<Optional<LiveCounts>> counts =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<String> lists = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<String>> list =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<LocalChanges.Subscription> listening = Optional.empty();
    private Instant asked = Instant.MIN;
    private volatile boolean old;

    public CountsViewModel(ConsoleServices services, TaskRunner tasks, CurrentEvent current) {
        this.services = services;
        this.tasks = tasks;
        this.current = current;
        this.clock = services.facts().clock();
        current.property().addListener((property, before, now) -> turned(before, now));
    }

    /**
     * @param of what was asked for, in case the person has gone on to something else
     */
    private record Found(
            Optional<EventId> of,
            Optional<String> list,
            List<String> lists,
            Optional<LiveCounts> counts) {}

    void attach() {
        listening = Optional.of(services.store().changes().listen(this::changed));
        ask();
    }

    void detach() {
        listening.ifPresent(LocalChanges.Subscription::close);
        listening = Optional.empty();
    }

    private void turned(Optional<EventRow> before, Optional<EventRow> now) {
        if (!before.map(EventRow::id).equals(now.map(EventRow::id))) {
            list.set(Optional.empty());
            lists.clear();
            counts.set(Optional.empty());
            state.set(now.isPresent() ? State.READING : State.NO_EVENT);
            if (listening.isPresent()) {
                ask();
            }
        }
    }

    private void changed(LocalChange change) {
        Optional<EventId> here = event();
        if (change.scopes().isEmpty()
                || here.filter(id -> change.scopes().contains(id.value())).isPresent()) {
            old = true;
        }
    }

    /** Called a few times a second while the screen is shown. */
    void pulse() {
        if (old || clock.instant().isAfter(asked.plus(OLD))) {
            ask();
        }
    }

    private void ask() {
        old = false;
        asked = clock.instant();
        refresh.request();
    }

    /** Absent for all lists together. */
    void choose(Optional<String> wanted) {
        if (!list.get().equals(wanted)) {
            list.set(wanted);
            ask();
        }
    }

    private Optional<EventId> event() {
        return current.get().map(EventRow::id);
    }

    private Job<Found> question() {
        Optional<EventId> event = event();
        Optional<String> wanted = list.get();
        return tasks.read(() -> services.store().transactions().read(() -> found(event, wanted)))
                .onSuccess(this::show);
    }

    private Found found(Optional<EventId> event, Optional<String> wanted) {
        List<String> names =
                event.map(id -> services.door().queries().lists(id)).orElse(List.of()).stream()
                        .map(row -> row.list().name())
                        .toList();
        Optional<LiveCounts> found =
                event.flatMap(id -> services.door().counts().counts(id, wanted, clock.instant()));
        return new Found(event, wanted, names, found);
    }

    private void show(Found found) {
        if (!found.of().equals(event()) || !found.list().equals(list.get())) {
            return;
        }
        if (!lists.equals(found.lists())) {
            lists.setAll(found.lists());
        }
        if (found.counts().isEmpty() && found.list().isPresent()) {
            // The list was renamed meanwhile.
            choose(Optional.empty());
            return;
        }
        counts.set(found.counts());
        state.set(state(found));
    }

    private static State state(Found found) {
        if (found.counts().isEmpty()) {
            return State.NO_EVENT;
        }
        if (found.lists().isEmpty()) {
            return State.NO_LISTS;
        }
        return found.counts().get().untouched() ? State.NO_SCANS : State.COUNTED;
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<LiveCounts>> countsProperty() {
        return counts.getReadOnlyProperty();
    }

    /** By name. */
    ObservableList<String> lists() {
        return lists;
    }

    ReadOnlyObjectProperty<Optional<String>> listProperty() {
        return list.getReadOnlyProperty();
    }
}

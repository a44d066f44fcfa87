package org.eventops.console.feature.door;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.platform.Job;
import org.eventops.console.platform.Refresh;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.shell.SyncOutcomes;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.sync.Choice;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.ConflictCase;
import org.eventops.domain.sync.ConflictRepository;
import org.eventops.domain.sync.ResolveOutcome;

/** Tickets of this door's list that entered twice and that nobody has looked at yet. */
public final class DoorDuplicates {
    private static final int MOST = 100;

    private final ScreenContext context;
    private final ConsoleServices services;
    private final DoorPlace place;
    private final Refresh refresh = new Refresh(this::question);
    private final ObservableList<ConflictCase> open = FXCollections.observableArrayList();
    private Optional<LocalChanges.Subscription> listening = Optional.empty();

    DoorDuplicates(ScreenContext context, ConsoleServices services, DoorPlace place) {
        this.context = context;
        this.services = services;
        this.place = place;
        place.listProperty().addListener((property, before, now) -> refresh.request());
    }

    void attach() {
        listening = Optional.of(services.store().changes().listen(this::changed));
        refresh.request();
    }

    void detach() {
        listening.ifPresent(LocalChanges.Subscription::close);
        listening = Optional.empty();
    }

    private void changed(LocalChange change) {
        if (change.feature() == Feature.SYNC) {
            refresh.request();
        }
    }

    private Job<List<ConflictCase>> question() {
        Optional<EventRow> event = place.event();
        Optional<String> list = place.listProperty().get();
        return context.tasks().read(() -> found(event, list)).onSuccess(open::setAll);
    }

    private List<ConflictCase> found(Optional<EventRow> event, Optional<String> list) {
        if (event.isEmpty() || list.isEmpty()) {
            return List.of();
        }
        var query =
                new ConflictRepository.Query(
                        false,
                        Set.of(Conflict.Kind.DUPLICATE_ENTRY),
                        event.get().id().value(),
                        MOST);
        return services.sync().cases().list(query).stream()
                .filter(each -> each.list() == null || list.get().equals(each.list()))
                .toList();
    }

    /** Both really entered: nothing is taken back, and nobody is alarmed any longer. */
    void bothEntered(ConflictCase each, String by) {
        context.tasks()
                .write(
                        () ->
                                services.sync()
                                        .conflicts()
                                        .resolve(each.conflict().id(), Choice.BOTH, by, ""))
                .onSuccess(outcome -> told(each, outcome))
                .start();
    }

    private void told(ConflictCase each, ResolveOutcome outcome) {
        SyncOutcomes words = new SyncOutcomes(context.language().texts());
        String what = each.label() == null ? "" : each.label();
        String sentence = words.resolve(outcome, what);
        if (outcome instanceof ResolveOutcome.Resolved) {
            context.notices().tellWithUndo(sentence, () -> reopen(each));
        } else {
            context.notices().tell(sentence);
        }
        refresh.request();
    }

    private void reopen(ConflictCase each) {
        context.tasks()
                .write(() -> services.sync().conflicts().reopen(each.conflict().id()))
                .onSuccess(outcome -> refresh.request())
                .start();
    }

    /** The newest first. */
    public ObservableList<ConflictCase> open() {
        return open;
    }
}

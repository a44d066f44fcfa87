package org.eventops.console.feature.sync;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.platform.Job;
import org.eventops.console.platform.Refresh;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.shell.SyncOutcomes;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChange;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.sync.Choice;
import org.eventops.domain.sync.Conflict;
import org.eventops.domain.sync.ConflictCase;
import org.eventops.domain.sync.ConflictRepository;
import org.eventops.domain.sync.ReopenOutcome;
import org.eventops.domain.sync.ResolveOutcome;

/** The conflicts as they are now, and what a person decides about them. */
public final class ConflictsViewModel {
    static final int SHOWN = 50;

    private final ScreenContext context;
    private final ConsoleServices services;
    private final Refresh refresh = new Refresh(this::question);
    private final ObservableList<ConflictCase> cases = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper(false);
    private final ObjectProperty<Optional<Conflict.Kind>> kind =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty settledToo = new SimpleBooleanProperty(false);
    private Optional<LocalChanges.Subscription> listening = Optional.empty();
    private Set<UUID> settledHere = Set.of();

    public ConflictsViewModel(ScreenContext context, ConsoleServices services) {
        this.context = context;
        this.services = services;
        kind.addListener((property, before, now) -> refresh.request());
        settledToo.addListener((property, before, now) -> refresh.request());
    }

    void attach() {
        if (!context.permits().mayAnywhere(Permission.SETTLE_CONFLICTS)) {
            return;
        }
        listening = Optional.of(services.store().changes().listen(this::changed));
        refresh.request();
    }

    void detach() {
        listening.ifPresent(LocalChanges.Subscription::close);
        listening = Optional.empty();
        settledHere = Set.of();
    }

    private void changed(LocalChange change) {
        if (change.feature() == Feature.SYNC) {
            refresh.request();
        }
    }

    private Job<List<ConflictCase>> question() {
        boolean all = settledToo.get() || !settledHere.isEmpty();
        Set<UUID> here = settledHere;
        boolean settled = settledToo.get();
        var query =
                new ConflictRepository.Query(
                        all, kind.get().map(Set::of).orElse(Set.of()), null, SHOWN + 1);
        return context.tasks()
                .read(
                        () ->
                                services.sync().cases().list(query).stream()
                                        .filter(
                                                each ->
                                                        settled
                                                                || each.isOpen()
                                                                || here.contains(
                                                                        each.conflict().id()))
                                        .toList())
                .onSuccess(this::show);
    }

    private void show(List<ConflictCase> found) {
        more.set(found.size() > SHOWN);
        cases.setAll(found.stream().limit(SHOWN).toList());
    }

    /** One click; it stays in the list with an undo beside it for as long as the page is open. */
    public void take(ConflictCase each, Choice choice) {
        UUID id = each.conflict().id();
        context.tasks()
                .write(
                        () ->
                                services.sync()
                                        .conflicts()
                                        .resolve(
                                                id,
                                                choice,
                                                services.facts().person(),
                                                context.language().get("sync.undo.reason")))
                .onSuccess(outcome -> resolved(each, outcome))
                .start();
    }

    private void resolved(ConflictCase each, ResolveOutcome outcome) {
        String sentence = outcomes().resolve(outcome, title(each));
        if (outcome instanceof ResolveOutcome.Resolved) {
            settledHere = with(each.conflict().id());
            context.notices().tellWithUndo(sentence, () -> reopen(each));
        } else {
            context.notices().tell(sentence);
        }
        refresh.request();
    }

    private Set<UUID> with(UUID id) {
        Set<UUID> all = new java.util.HashSet<>(settledHere);
        all.add(id);
        return Set.copyOf(all);
    }

    public void reopen(ConflictCase each) {
        context.tasks()
                .write(() -> services.sync().conflicts().reopen(each.conflict().id()))
                .onSuccess(outcome -> reopened(each, outcome))
                .start();
    }

    private void reopened(ConflictCase each, ReopenOutcome outcome) {
        context.notices().tell(outcomes().reopen(outcome, title(each)));
        refresh.request();
    }

    private SyncOutcomes outcomes() {
        return new SyncOutcomes(context.language().texts());
    }

    private String title(ConflictCase each) {
        return texts().title(each);
    }

    /** The words of the language as it is now. */
    ConflictTexts texts() {
        return new ConflictTexts(context.language().texts(), services.facts().clock().getZone());
    }

    public ObservableList<ConflictCase> cases() {
        return cases;
    }

    public ReadOnlyBooleanProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    public ObjectProperty<Optional<Conflict.Kind>> kindProperty() {
        return kind;
    }

    public BooleanProperty settledTooProperty() {
        return settledToo;
    }
}

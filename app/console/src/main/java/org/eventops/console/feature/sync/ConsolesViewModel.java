package org.eventops.console.feature.sync;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eventops.console.platform.Job;
import org.eventops.console.platform.Refresh;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.console.shell.SyncFeed.Standing;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.sync.ConsoleRole;
import org.eventops.domain.sync.Consoles;
import org.eventops.domain.sync.Consoles.ListOutcome;
import org.eventops.domain.sync.Consoles.TakeOutOutcome;
import org.eventops.domain.sync.Consoles.Unasked;
import org.eventops.domain.sync.HubConsole;
import org.eventops.domain.sync.SyncStatus.State;
import org.eventops.domain.sync.SyncStatus.Trouble;

/** The organisation's consoles as the hub last said, and taking one of them out. */
public final class ConsolesViewModel {
    private final ScreenContext context;
    private final ConsoleServices services;
    private final Refresh refresh = new Refresh(this::question);
    private final ReadOnlyObjectWrapper<View> view =
            new ReadOnlyObjectWrapper<>(new View(List.of(), List.of(), Optional.empty(), false));
    private final ReadOnlyObjectWrapper<Optional<HubConsole>> doubted =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<TakeOutOutcome>> outcome =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper administrator = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper takingOut = new ReadOnlyBooleanWrapper(false);
    private boolean attached;
    private boolean asked;

    /**
     * What is shown.
     *
     * @param consoles as last said, by name
     * @param events of this console
     * @param problem why the hub has not said it just now
     * @param known whether it has ever said it
     */
    public record View(
            List<HubConsole> consoles,
            List<EventRow> events,
            Optional<Unasked> problem,
            boolean known) {
        public View {
            consoles = List.copyOf(consoles);
            events = List.copyOf(events);
        }

        /** Names of this console's events. */
        Map<UUID, String> names() {
            return events.stream()
                    .collect(Collectors.toMap(each -> each.id().value(), EventRow::name));
        }
    }

    private record Answer(ListOutcome outcome, List<EventRow> events) {}

    public ConsolesViewModel(ScreenContext context, ConsoleServices services) {
        this.context = context;
        this.services = services;
    }

    void attach(Standing now) {
        attached = true;
        asked = false;
        follow(now);
    }

    void detach() {
        attached = false;
        asking.set(false);
        doubted.set(Optional.empty());
        outcome.set(Optional.empty());
    }

    /** Shown to an administrator's console only; asks as soon as the hub can be asked. */
    void follow(Standing now) {
        State at = now.status().state();
        administrator.set(
                !at.isLocked()
                        && now.connection()
                                .filter(each -> each.role().equals(ConsoleRole.ADMIN.word()))
                                .isPresent());
        if (!attached || !administrator.get()) {
            return;
        }
        if (at == State.OFF || at == State.UNREACHABLE) {
            Trouble otherwise = at == State.OFF ? Trouble.SWITCHED_OFF : Trouble.UNREACHABLE;
            Trouble trouble = Objects.requireNonNullElse(now.status().trouble(), otherwise);
            hindered(new Unasked.Failed(trouble));
            asked = false;
        } else if (!asked) {
            asked = true;
            load();
        }
    }

    private void hindered(Unasked why) {
        View before = view.get();
        view.set(new View(before.consoles(), before.events(), Optional.of(why), before.known()));
    }

    /** Asks the hub again. */
    public void load() {
        refresh.request();
    }

    private Job<Answer> question() {
        asking.set(true);
        return context.tasks()
                .read(
                        () ->
                                new Answer(
                                        services.sync().consoles().list(),
                                        services.store()
                                                .transactions()
                                                .read(() -> services.events().events().rows())))
                .onSuccess(
                        answer -> {
                            asking.set(false);
                            show(answer);
                        });
    }

    private void show(Answer answer) {
        View before = view.get();
        view.set(
                switch (answer.outcome()) {
                    case Consoles.Listed listed ->
                            new View(listed.consoles(), answer.events(), Optional.empty(), true);
                    case Unasked unasked ->
                            new View(
                                    before.consoles(),
                                    answer.events(),
                                    Optional.of(unasked),
                                    before.known());
                });
    }

    /** Asks the person first. */
    public void doubt(HubConsole console) {
        outcome.set(Optional.empty());
        doubted.set(Optional.of(console));
    }

    /** It stays in. */
    public void leaveIn() {
        doubted.set(Optional.empty());
    }

    /** Takes out the one that was asked about. */
    public void takeOut() {
        if (takingOut.get()) {
            return;
        }
        doubted.get().ifPresent(this::takeOut);
    }

    private void takeOut(HubConsole console) {
        takingOut.set(true);
        context.tasks()
                .read(() -> services.sync().consoles().takeOut(console.id()))
                .onSuccess(
                        came -> {
                            doubted.set(Optional.empty());
                            outcome.set(Optional.of(came));
                        })
                .onEnd(
                        () -> {
                            takingOut.set(false);
                            load();
                        })
                .start();
    }

    public ReadOnlyObjectProperty<View> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** The console that is about to be taken out. */
    public ReadOnlyObjectProperty<Optional<HubConsole>> doubtedProperty() {
        return doubted.getReadOnlyProperty();
    }

    /** What came of the last one. */
    public ReadOnlyObjectProperty<Optional<TakeOutOutcome>> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    /** Whether this console is an administrator's, and takes part. */
    public ReadOnlyBooleanProperty administratorProperty() {
        return administrator.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty takingOutProperty() {
        return takingOut.getReadOnlyProperty();
    }
}

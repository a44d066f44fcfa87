package org.eventops.console.feature.sync;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.eventops.console.platform.Running;
import org.eventops.console.platform.Work;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.change.Progress;
import org.eventops.domain.sync.CodeDrawing.Drawn;
import org.eventops.domain.sync.ConsoleRole;
import org.eventops.domain.sync.Consoles;
import org.eventops.domain.sync.Consoles.Enrolment;
import org.eventops.domain.sync.Consoles.LetInOutcome;
import org.eventops.domain.sync.Consoles.NotLetIn;
import org.eventops.domain.sync.Consoles.TakeOutOutcome;
import org.eventops.domain.sync.Consoles.Unasked;
import org.eventops.domain.sync.Consoles.Wanted;
import org.eventops.domain.sync.HubConsole;

/**
 * Letting one more console in: what it is to be, then what is handed to it, for as long as good.
 */
public final class LetInViewModel {
    /** What a console can be today; the other roles see nothing yet. */
    static final List<ConsoleRole> OFFERED =
            List.of(
                    ConsoleRole.DOOR,
                    ConsoleRole.SUPERVISOR,
                    ConsoleRole.BOX_OFFICE,
                    ConsoleRole.ORGANIZER,
                    ConsoleRole.ADMIN);

    private final ScreenContext context;
    private final ConsoleServices services;
    private final Runnable changed;
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final StringProperty name = new SimpleStringProperty("");
    private final ObjectProperty<ConsoleRole> role = new SimpleObjectProperty<>(ConsoleRole.DOOR);
    private final BooleanProperty everyEvent = new SimpleBooleanProperty(true);
    private final ObservableSet<UUID> events = FXCollections.observableSet();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<LetInOutcome>> refusal =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Handed>> handed =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Duration> left = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    private Running running = Running.NOTHING;

    /**
     * What the new console is handed.
     *
     * @param code empty if the text is too long for one
     * @param until by this computer's clock
     */
    public record Handed(Enrolment enrolment, Optional<Drawn> code, Instant until) {}

    /**
     * @param changed told when the hub's list is no longer the same
     */
    public LetInViewModel(ScreenContext context, ConsoleServices services, Runnable changed) {
        this.context = context;
        this.services = services;
        this.changed = changed;
    }

    /** Begins with an empty form. */
    public void begin() {
        name.set("");
        role.set(ConsoleRole.DOOR);
        everyEvent.set(true);
        events.clear();
        refusal.set(Optional.empty());
        handed.set(Optional.empty());
        open.set(true);
    }

    /** Asks the hub to make the console. */
    public void letIn() {
        if (busy.get()) {
            return;
        }
        if (!everyEvent.get() && events.isEmpty()) {
            refusal.set(Optional.of(new NotLetIn.NeedsEvents()));
            return;
        }
        Wanted wanted =
                new Wanted(
                        name.get().strip(),
                        role.get(),
                        everyEvent.get() ? List.of() : List.copyOf(events));
        ask(progress -> made(wanted, progress));
    }

    /** The same once more, in the place of what was not used in time. */
    public void again() {
        handed.get()
                .filter(unused -> !busy.get())
                .map(each -> each.enrolment().console())
                .ifPresent(unused -> ask(progress -> madeAgain(unused, progress)));
    }

    private Made madeAgain(HubConsole unused, Progress progress) {
        TakeOutOutcome out = services.sync().consoles().takeOut(unused.id());
        if (out instanceof Unasked unasked) {
            return new Made(unasked, Optional.empty());
        }
        ConsoleRole same = ConsoleRole.of(unused.role()).orElseThrow();
        return made(new Wanted(unused.name(), same, unused.events()), progress);
    }

    private void ask(Work<Made> work) {
        refusal.set(Optional.empty());
        busy.set(true);
        running =
                context.tasks()
                        .bulk(work)
                        .onSuccess(this::came)
                        .onCancelled(() -> refusal.set(Optional.of(new NotLetIn.Cancelled())))
                        .onEnd(
                                () -> {
                                    busy.set(false);
                                    changed.run();
                                })
                        .start();
    }

    private record Made(LetInOutcome outcome, Optional<Drawn> code) {}

    private Made made(Wanted wanted, Progress progress) {
        LetInOutcome outcome = services.sync().consoles().letIn(wanted, progress);
        return new Made(
                outcome,
                outcome instanceof Consoles.LetIn done
                        ? services.sync().codes().drawn(done.enrolment().text())
                        : Optional.empty());
    }

    private void came(Made made) {
        if (made.outcome() instanceof Consoles.LetIn done) {
            Instant until = now().plus(done.enrolment().validFor());
            handed.set(Optional.of(new Handed(done.enrolment(), made.code(), until)));
            tick();
        } else {
            refusal.set(Optional.of(made.outcome()));
        }
    }

    /** It stops as soon as it can; what was made by then is taken out again. */
    public void cancel() {
        running.cancel();
    }

    /** Once a second while something is handed over. */
    void tick() {
        Duration rest =
                handed.get()
                        .map(each -> Duration.between(now(), each.until()))
                        .orElse(Duration.ZERO);
        left.set(rest.isNegative() ? Duration.ZERO : rest);
    }

    /** Whether the console that is waited for has come, as the list says it. */
    void look(List<HubConsole> consoles) {
        Set<HubConsole.State> over = Set.of(HubConsole.State.IN, HubConsole.State.OUT);
        handed.get()
                .map(each -> each.enrolment().console().id())
                .flatMap(id -> consoles.stream().filter(each -> each.id().equals(id)).findFirst())
                .filter(each -> over.contains(each.state()))
                .ifPresent(this::ended);
    }

    private void ended(HubConsole console) {
        close();
        if (console.state() == HubConsole.State.IN) {
            context.notices().tell(context.language().get("sync.consoles.came", console.name()));
        }
    }

    /** Nothing more of it is shown; an enrolment stays good until its time is over. */
    public void close() {
        handed.set(Optional.empty());
        open.set(false);
    }

    /** The text of the file that is handed over. */
    boolean write(OutputStream out) throws IOException {
        Optional<Handed> now = handed.get();
        if (now.isPresent()) {
            out.write((now.get().enrolment().text() + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return now.isPresent();
    }

    private Instant now() {
        return services.facts().clock().instant();
    }

    /** Whether the form, or what came of it, is shown. */
    public BooleanProperty openProperty() {
        return open;
    }

    public StringProperty nameProperty() {
        return name;
    }

    public ObjectProperty<ConsoleRole> roleProperty() {
        return role;
    }

    /** Whether it is for all events, also those to come. */
    public BooleanProperty everyEventProperty() {
        return everyEvent;
    }

    /** Ids of the events it is for, if not for all. */
    public ObservableSet<UUID> events() {
        return events;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Why it was not let in. */
    public ReadOnlyObjectProperty<Optional<LetInOutcome>> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Handed>> handedProperty() {
        return handed.getReadOnlyProperty();
    }

    /** How long what is handed over is still good; zero when its time is over. */
    public ReadOnlyObjectProperty<Duration> leftProperty() {
        return left.getReadOnlyProperty();
    }
}

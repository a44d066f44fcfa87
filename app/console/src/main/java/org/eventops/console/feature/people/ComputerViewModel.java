package org.eventops.console.feature.people;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.eventops.console.platform.Refresh;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.people.ComputerService;
import org.eventops.domain.people.TrustOutcome;
import org.eventops.domain.unlock.ComputerOutcome;

/** For whom this computer opens the store without a password. */
final class ComputerViewModel {
    /**
     * How it is.
     *
     * @param person for whom it opens; empty if for nobody
     * @param problem why it would not now
     */
    record State(
            Optional<String> person, boolean window, Optional<ComputerOutcome.Problem> problem) {
        static final State NOBODY = new State(Optional.empty(), false, Optional.empty());

        /** The sentence that says it. */
        String key() {
            if (person.isEmpty()) {
                return "people.computer.none";
            }
            return window ? "people.computer.window" : "people.computer.commands";
        }
    }

    private final ScreenContext context;
    private final ComputerService computer;
    private final Refresh refresh;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOBODY);
    private final ReadOnlyObjectWrapper<Optional<String>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    ComputerViewModel(ScreenContext context, ComputerService computer) {
        this.context = context;
        this.computer = computer;
        this.refresh = new Refresh(() -> context.tasks().read(this::asked).onSuccess(state::set));
    }

    void load() {
        problem.set(Optional.empty());
        refresh.request();
    }

    private State asked() {
        Optional<String> person = computer.person();
        return person.isEmpty()
                ? State.NOBODY
                : new State(person, computer.opensWindow(), computer.problem());
    }

    void allow(String name, boolean window) {
        change(() -> computer.allow(name, window));
    }

    void forget() {
        change(computer::forget);
    }

    /** The key store may ask a person for its password: nothing else waits meanwhile. */
    private void change(Supplier<TrustOutcome> work) {
        problem.set(Optional.empty());
        context.tasks().bulk(progress -> work.get()).onSuccess(this::changed).start();
    }

    private void changed(TrustOutcome outcome) {
        switch (outcome) {
            case TrustOutcome.Allowed it -> tell(it);
            case TrustOutcome.Forgotten it -> forgotten(it);
            case TrustOutcome.NotYours refused -> wrong("people.computer.NOT_YOURS");
            case TrustOutcome.NotKept it -> wrong("people.computer." + it.why());
            case TrustOutcome.Problem why ->
                    wrong(
                            why == TrustOutcome.Problem.NOT_ALLOWED
                                    ? "people.computer.none"
                                    : "people.password." + why);
        }
        refresh.request();
    }

    private void tell(TrustOutcome.Allowed it) {
        State now = new State(Optional.of(it.name()), it.window(), Optional.empty());
        context.notices().tell(context.language().get(now.key(), it.name()));
    }

    private void forgotten(TrustOutcome.Forgotten it) {
        context.notices().tell(context.language().get("people.computer.forgotten", it.name()));
        it.left().ifPresent(unused -> wrong("people.computer.left"));
    }

    private void wrong(String key) {
        problem.set(Optional.of(key));
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Key of the sentence that says what was wrong last. */
    ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}

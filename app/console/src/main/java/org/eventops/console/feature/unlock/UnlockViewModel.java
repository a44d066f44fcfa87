package org.eventops.console.feature.unlock;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.platform.TaskRunner;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.unlock.Entry;
import org.eventops.domain.unlock.UnlockAttempt;
import org.eventops.domain.unlock.UnlockOutcome;

/** Who are you, and your password: until somebody is let in. */
public final class UnlockViewModel {
    /** Why nobody was let in, as it is shown. */
    public sealed interface Refusal {
        /** What was typed will not do. */
        record Outcome(UnlockOutcome why) implements Refusal {}

        /** The store does not open, whoever it is. */
        record Environment(StoreException why) implements Refusal {}
    }

    private final TaskRunner tasks;
    private final Entry entry;
    private final Consumer<String> then;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper codeNeeded = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Refusal>> refusal =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param then is told who was let in
     */
    public UnlockViewModel(TaskRunner tasks, Entry entry, Consumer<String> then) {
        this.tasks = tasks;
        this.entry = entry;
        this.then = then;
    }

    /** Asks who may come in. */
    public void load() {
        tasks.read(entry::names)
                .onSuccess(this::listed)
                .onError(StoreException.class, this::failed)
                .start();
    }

    private void listed(List<String> all) {
        if (!names.equals(all)) {
            names.setAll(all);
        }
    }

    /** Somebody else begins to type. */
    public void begin() {
        codeNeeded.set(false);
        refusal.set(Optional.empty());
    }

    /** Tries; one at a time. */
    public void give(String name, String password, String code) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        refusal.set(Optional.empty());
        tasks.urgent(() -> entry.enter(new UnlockAttempt(name, password, code)))
                .onSuccess(this::answered)
                .onError(StoreException.class, this::failed)
                .onEnd(() -> busy.set(false))
                .start();
    }

    private void answered(UnlockOutcome outcome) {
        if (outcome instanceof UnlockOutcome.Opened opened) {
            begin();
            then.accept(opened.name());
            return;
        }
        if (outcome instanceof UnlockOutcome.CodeNeeded) {
            codeNeeded.set(true);
        }
        refusal.set(Optional.of(new Refusal.Outcome(outcome)));
    }

    private void failed(StoreException why) {
        refusal.set(Optional.of(new Refusal.Environment(why)));
    }

    public ObservableList<String> names() {
        return names;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the telephone's code is asked for as well. */
    public ReadOnlyBooleanProperty codeNeededProperty() {
        return codeNeeded.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Refusal>> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }
}

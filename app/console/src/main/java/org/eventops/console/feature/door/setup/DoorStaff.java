package org.eventops.console.feature.door.setup;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.feature.door.duty.Colleague;
import org.eventops.console.feature.door.duty.DoorDuty;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.access.Role;
import org.eventops.domain.people.PersonOutcome;
import org.eventops.domain.people.Pin;

/**
 * The people of this door and their PINs. Once a supervisor has a PIN, only with a supervisor here
 * anything is changed.
 */
public final class DoorStaff {
    private final ScreenContext context;
    private final ConsoleServices services;
    private final DoorDuty duty;
    private final ObservableList<Colleague> rows = FXCollections.observableArrayList();
    private final BooleanBinding guarded;

    public DoorStaff(ScreenContext context, ConsoleServices services, DoorDuty duty) {
        this.context = context;
        this.services = services;
        this.duty = duty;
        this.guarded =
                Bindings.createBooleanBinding(
                        () -> isProtected() && !duty.supervisedProperty().get(),
                        rows,
                        duty.supervisedProperty());
    }

    void load() {
        context.tasks().read(duty::colleagues).onSuccess(rows::setAll).start();
    }

    /** Whether a supervisor has a PIN, so that nothing is open to everybody any more. */
    boolean isProtected() {
        return rows.stream()
                .anyMatch(each -> each.hasPin() && each.person().role().supervisesDoors());
    }

    /**
     * @param then is told what became of it
     */
    void add(String name, Role role, Consumer<PersonOutcome> then) {
        context.tasks()
                .write(() -> services.people().people().add(name, role, null))
                .onSuccess(
                        outcome -> {
                            load();
                            then.accept(outcome);
                        })
                .start();
    }

    /**
     * @return why the PIN was not taken; empty when it will be kept
     */
    Optional<Pin.Problem> setPin(Colleague who, String digits) {
        Optional<Pin.Problem> problem = Pin.problem(digits);
        if (problem.isEmpty()) {
            context.tasks()
                    .write(() -> services.people().pins().set(who.name(), digits))
                    .onSuccess(kept -> told("door.setup.pin.set", who))
                    .start();
        }
        return problem;
    }

    void removePin(Colleague who) {
        context.tasks()
                .write(
                        () -> {
                            services.people().pins().remove(who.name());
                            return who;
                        })
                .onSuccess(gone -> told("door.setup.pin.removed", who))
                .start();
    }

    private void told(String key, Colleague who) {
        context.notices().tell(context.language().get(key, who.name()));
        load();
    }

    /** Roles of people who may stand at a door. */
    static List<Role> roles() {
        return List.of(Role.values()).stream().filter(Role::worksAtDoors).toList();
    }

    ObservableList<Colleague> rows() {
        return rows;
    }

    /** Whether a supervisor has to come before anything is changed. */
    BooleanBinding guardedProperty() {
        return guarded;
    }

    DoorDuty duty() {
        return duty;
    }
}

package org.eventops.console.feature.door.duty;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.eventops.console.feature.door.duty.Ask.Purpose;
import org.eventops.console.platform.TaskRunner;
import org.eventops.console.services.PeopleServices;
import org.eventops.domain.door.Operator;
import org.eventops.domain.door.Supervision.Outcome;
import org.eventops.domain.event.EventId;
import org.eventops.domain.people.Person;
import org.eventops.domain.people.PinCheck;

/**
 * Who stands at this door, who supervises it, and whether it is locked. While no supervisor has a
 * PIN whoever stands here may supervise if their role permits it, and nothing can be locked: there
 * would be no way back.
 */
public final class DoorDuty {
    private final TaskRunner tasks;
    private final PeopleServices people;
    private final Supplier<Optional<EventId>> event;
    private final ReadOnlyStringWrapper person;
    private final ReadOnlyBooleanWrapper supervised = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper locked = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper heard = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<Ask>> ask =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<PinCheck>> refused =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Operator> supervisor = Optional.empty();
    private Runnable whenLeft = () -> {};
    private boolean checking;

    /**
     * @param event whose door this is
     * @param person who stands here until somebody else says so
     */
    public DoorDuty(
            TaskRunner tasks,
            PeopleServices people,
            Supplier<Optional<EventId>> event,
            String person) {
        this.tasks = tasks;
        this.people = people;
        this.event = event;
        this.person = new ReadOnlyStringWrapper(person);
    }

    /** In whose name scans are recorded now. */
    public Operator operator() {
        return supervisor.orElseGet(() -> Operator.steward(person.get()));
    }

    private void supervisedBy(Optional<Operator> next) {
        supervisor = next;
        supervised.set(next.isPresent());
    }

    /** Asks who stands here from now on. */
    public void change() {
        begin(Purpose.DUTY, () -> {});
    }

    /** Asks a supervisor to come, or sends the one who is here away. */
    public void supervise() {
        if (supervised.get()) {
            supervisedBy(Optional.empty());
            return;
        }
        begin(Purpose.SUPERVISE, this::superviseWithoutPin);
    }

    /** Where no supervisor has a PIN, whoever stands here supervises if they may. */
    private void superviseWithoutPin() {
        tasks.read(() -> people.supervision().withoutPin(person.get(), event.get()))
                .onSuccess(granted -> supervisedBy(Optional.of(granted)))
                .start();
    }

    /** Somebody who needs no PIN, because they came with a password. */
    public void comes(String name) {
        supervisedBy(Optional.empty());
        person.set(name);
    }

    /** Nothing more is done here until somebody with a PIN comes. */
    public void lock() {
        begin(Purpose.UNLOCK, () -> locked.set(false));
    }

    /** Locked from the first moment on, as a kiosk that was switched off and on again is. */
    public void startLocked() {
        locked.set(true);
        lock();
    }

    /**
     * Asks a supervisor whether the kiosk may end.
     *
     * @param left what follows then
     */
    public void leave(Runnable left) {
        whenLeft = left;
        begin(Purpose.LEAVE, left);
    }

    /** Whether the kiosk could ever be left again. */
    public void ifLeavable(Consumer<Boolean> then) {
        tasks.read(() -> fitting(Purpose.LEAVE))
                .onSuccess(all -> then.accept(!all.isEmpty()))
                .start();
    }

    private void begin(Purpose purpose, Runnable withoutPins) {
        tasks.read(() -> fitting(purpose))
                .onSuccess(
                        all -> {
                            if (all.isEmpty()) {
                                withoutPins.run();
                            } else {
                                show(new Ask(purpose, all));
                            }
                        })
                .start();
    }

    private List<Colleague> fitting(Purpose purpose) {
        return colleagues().stream().filter(purpose::fits).toList();
    }

    /** Those around this event by name, each as what they are at it; asks the store. */
    public List<Colleague> colleagues() {
        Set<String> owners = people.pins().owners();
        List<Person> all = people.people().around(event.get());
        return all.stream().map(each -> new Colleague(each, owners.contains(each.name()))).toList();
    }

    private void show(Ask wanted) {
        boolean lock = wanted.purpose() == Purpose.UNLOCK;
        if (locked.get() && !lock) {
            return;
        }
        if (lock) {
            supervisedBy(Optional.empty());
            heard.set(false);
            locked.set(true);
        }
        refused.set(Optional.empty());
        ask.set(Optional.of(wanted));
    }

    /** No longer asked; a locked door goes on asking. */
    public void cancel() {
        if (!locked.get()) {
            ask.set(Optional.empty());
        }
    }

    /** Somebody says who they are. */
    public void give(Colleague who, String digits) {
        Optional<Ask> asked = ask.get();
        if (asked.isEmpty() || checking) {
            return;
        }
        Purpose purpose = asked.get().purpose();
        checking = true;
        tasks.urgent(() -> shown(purpose, who, digits))
                .onSuccess(outcome -> told(purpose, who, outcome))
                .onEnd(() -> checking = false)
                .start();
    }

    /** Asks the store; only who supervises comes out of it as more than a name. */
    private Outcome shown(Purpose purpose, Colleague who, String digits) {
        if (purpose == Purpose.SUPERVISE || purpose == Purpose.LEAVE) {
            return people.supervision().withPin(who.name(), digits, event.get());
        }
        PinCheck check =
                who.hasPin() ? people.pins().check(who.name(), digits) : new PinCheck.Right();
        return check instanceof PinCheck.Right
                ? new Outcome.Granted(Operator.steward(who.name()))
                : new Outcome.Refused(check);
    }

    private void told(Purpose purpose, Colleague who, Outcome outcome) {
        switch (outcome) {
            case Outcome.Granted granted -> granted(purpose, who, granted.operator());
            case Outcome.Refused refusal -> {
                refused.set(Optional.empty());
                refused.set(Optional.of(refusal.why()));
            }
        }
    }

    private void granted(Purpose purpose, Colleague who, Operator operator) {
        locked.set(locked.get() && purpose != Purpose.UNLOCK);
        ask.set(Optional.empty());
        refused.set(Optional.empty());
        switch (purpose) {
            case DUTY, UNLOCK -> {
                supervisedBy(Optional.empty());
                person.set(who.name());
            }
            case SUPERVISE -> supervisedBy(Optional.of(operator));
            case LEAVE -> whenLeft.run();
        }
    }

    /** A code came while the door was locked: nothing was decided. */
    public void scannedWhileLocked() {
        heard.set(true);
    }

    public boolean isLocked() {
        return locked.get();
    }

    public ReadOnlyBooleanProperty lockedProperty() {
        return locked.getReadOnlyProperty();
    }

    /** Whether a code came since the door was locked. */
    public ReadOnlyBooleanProperty heardProperty() {
        return heard.getReadOnlyProperty();
    }

    /** Who stands here. */
    public ReadOnlyStringProperty personProperty() {
        return person.getReadOnlyProperty();
    }

    /** Whether a supervisor is here. */
    public ReadOnlyBooleanProperty supervisedProperty() {
        return supervised.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Ask>> askProperty() {
        return ask.getReadOnlyProperty();
    }

    /** Why the last PIN did not do; never {@link PinCheck.Right}. */
    public ReadOnlyObjectProperty<Optional<PinCheck>> refusedProperty() {
        return refused.getReadOnlyProperty();
    }
}

package org.eventops.console.feature.people;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.eventops.console.platform.Refresh;
import org.eventops.console.services.ConsoleServices;
import org.eventops.console.shell.ScreenContext;
import org.eventops.domain.access.Permission;
import org.eventops.domain.access.Role;
import org.eventops.domain.change.Feature;
import org.eventops.domain.change.LocalChanges;
import org.eventops.domain.event.EventRow;
import org.eventops.domain.people.Member;
import org.eventops.domain.people.PasswordOutcome;
import org.eventops.domain.people.PasswordService;
import org.eventops.domain.people.PersonOutcome;
import org.eventops.domain.unlock.Enrolment;
import org.eventops.domain.unlock.UnlockAttempt;
import org.eventops.domain.unlock.UnlockOutcome;

/** The people of the organisation, what they are, and how they open this console. */
public final class PeopleViewModel {
    private final ScreenContext context;
    private final ConsoleServices services;
    private final Runnable passwordsChanged;
    private final Refresh refresh;
    private final ObservableList<PersonRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyObjectWrapper<Optional<String>> problem =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Enrolment>> enrolment =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ComputerViewModel computer;
    private volatile List<EventRow> known = List.of();
    private Optional<LocalChanges.Subscription> listening = Optional.empty();

    /**
     * @param passwordsChanged is run when somebody has got a password or lost it
     */
    public PeopleViewModel(
            ScreenContext context, ConsoleServices services, Runnable passwordsChanged) {
        this.context = context;
        this.services = services;
        this.computer = new ComputerViewModel(context, services.access().computer());
        this.passwordsChanged = passwordsChanged;
        this.refresh = new Refresh(() -> context.tasks().read(this::asked).onSuccess(this::listed));
    }

    void attach() {
        listening =
                Optional.of(
                        services.store()
                                .changes()
                                .listen(
                                        change -> {
                                            if (change.feature() == Feature.PEOPLE) {
                                                refresh.request();
                                            }
                                        }));
        refresh.request();
        computer.load();
    }

    /** What was shown once is not shown again. */
    void detach() {
        listening.ifPresent(LocalChanges.Subscription::close);
        listening = Optional.empty();
        enrolment.set(Optional.empty());
        problem.set(Optional.empty());
    }

    private List<PersonRow> asked() {
        List<String> owners = passwords().owners();
        List<String> seconds = passwords().withSecondFactor();
        // Before the rows: the cards that they wake look at it.
        List<EventRow> events =
                services.store().transactions().read(services.events().events()::rows);
        known = events;
        Stream<Member> leftOver = passwords().leftOver().stream().map(Member::former);
        return Stream.concat(services.people().people().all().stream(), leftOver)
                .map(
                        each ->
                                new PersonRow(
                                        each,
                                        at(each, events),
                                        owners.contains(each.name()),
                                        seconds.contains(each.name())))
                .toList();
    }

    private static List<PersonRow.At> at(Member member, List<EventRow> events) {
        return events.stream()
                .filter(each -> member.at().containsKey(each.id()))
                .map(
                        each ->
                                new PersonRow.At(
                                        each.id(),
                                        each.name(),
                                        Objects.requireNonNull(member.at().get(each.id()))))
                .toList();
    }

    private void listed(List<PersonRow> all) {
        if (!rows.equals(all)) {
            rows.setAll(all);
        }
        // After the rows: whoever waits for it looks at them.
        loaded.set(true);
    }

    private PasswordService passwords() {
        return services.access().passwords();
    }

    void add(String name, Role role, String email) {
        change(() -> services.people().people().add(name, role, email.isBlank() ? null : email));
    }

    void become(PersonRow who, Role role) {
        change(
                () ->
                        who.role().isPresent()
                                ? services.people().people().become(who.name(), role)
                                : services.people().people().add(who.name(), role, null));
    }

    void assign(String name, EventRow event, Role role) {
        change(() -> services.people().people().assign(event.id(), name, role));
    }

    void release(PersonRow who, PersonRow.At from) {
        change(() -> services.people().people().release(from.event(), who.name()));
    }

    private void change(Supplier<PersonOutcome> work) {
        problem.set(Optional.empty());
        context.tasks().write(work).onSuccess(this::changed).start();
    }

    private void changed(PersonOutcome outcome) {
        switch (outcome) {
            case PersonOutcome.Saved saved -> tell("people.saved", saved.person().name());
            case PersonOutcome.Assigned it -> tell("people.saved", it.member().name());
            case PersonOutcome.Released it -> tell("people.released", it.member().name());
            case PersonOutcome.NotYours refused -> wrong("people.problem.NOT_YOURS");
            case PersonOutcome.Problem why -> wrong("people.problem." + why);
        }
        passwordsMayHaveChanged();
    }

    /** Whose last role or password is gone no longer comes in by the computer either. */
    private void passwordsMayHaveChanged() {
        passwordsChanged.run();
        refresh.request();
        computer.load();
    }

    /**
     * @param old the one until now, when it is one's own: whoever finds the window open must not
     *     make it theirs
     * @param again the new one once more, so that nobody is locked out by a slip
     */
    void givePassword(PersonRow who, String old, String password, String again) {
        if (!password.equals(again)) {
            wrong("people.password.differs");
        } else if (who.password() && who.name().equals(me())) {
            problem.set(Optional.empty());
            context.tasks()
                    .urgent(
                            () ->
                                    services.access()
                                            .entry()
                                            .enter(new UnlockAttempt(who.name(), old, "")))
                    .onSuccess(outcome -> proved(outcome, who, password))
                    .start();
        } else {
            keepPassword(who, password);
        }
    }

    private void proved(UnlockOutcome outcome, PersonRow who, String password) {
        switch (outcome) {
            // Who is asked for a code has shown that they know the password.
            case UnlockOutcome.Opened unused -> keepPassword(who, password);
            case UnlockOutcome.CodeNeeded unused -> keepPassword(who, password);
            default -> wrong("people.password.oldWrong");
        }
    }

    private void keepPassword(PersonRow who, String password) {
        secret(() -> passwords().give(who.name(), password), "people.password.given");
    }

    void removePassword(PersonRow who) {
        secret(() -> passwords().remove(who.name()), "people.password.gone");
    }

    void dropSecondFactor(PersonRow who) {
        secret(() -> passwords().dropSecondFactor(who.name()), "people.second.dropped");
    }

    private void secret(Supplier<PasswordOutcome> work, String done) {
        problem.set(Optional.empty());
        context.tasks()
                .write(work)
                .onSuccess(
                        outcome -> {
                            answered(outcome, done);
                            passwordsMayHaveChanged();
                        })
                .start();
    }

    private void answered(PasswordOutcome outcome, String done) {
        switch (outcome) {
            case PasswordOutcome.Done it ->
                    tell(it.first() ? "people.password.first" : done, it.name());
            case PasswordOutcome.Weak weak -> wrong("people.password.weak." + weak.problem());
            case PasswordOutcome.NotYours refused -> wrong("people.password.NOT_YOURS");
            case PasswordOutcome.Problem why -> wrong("people.password." + why);
        }
    }

    /** Begins the second factor of whoever works here. */
    void enrol() {
        problem.set(Optional.empty());
        context.tasks()
                .write(() -> passwords().enrol())
                .onSuccess(
                        begun -> {
                            enrolment.set(begun);
                            if (begun.isEmpty()) {
                                wrong("people.password.NO_PASSWORD");
                            }
                        })
                .start();
    }

    void confirm(String code) {
        problem.set(Optional.empty());
        context.tasks()
                .write(() -> passwords().confirm(code))
                .onSuccess(
                        right -> {
                            if (right) {
                                enrolment.set(Optional.empty());
                                tell("people.second.confirmed", me());
                                refresh.request();
                            } else {
                                wrong("people.second.wrong");
                            }
                        })
                .start();
    }

    /** It was begun, and is not asked for. */
    void leaveEnrolment() {
        enrolment.set(Optional.empty());
    }

    private void tell(String key, String name) {
        context.notices().tell(context.language().get(key, name));
    }

    private void wrong(String key) {
        problem.set(Optional.of(key));
    }

    /** For whom this computer opens the store. */
    ComputerViewModel computer() {
        return computer;
    }

    /** The name of whoever works here; empty while nobody has a password. */
    String me() {
        return services.access().access().worker().name();
    }

    boolean mayChange() {
        return services.access().access().may(Permission.CHANGE_PEOPLE);
    }

    /** Events whose people whoever works here may change. */
    List<EventRow> events() {
        return known.stream()
                .filter(each -> services.access().access().may(Permission.CHANGE_PEOPLE, each))
                .toList();
    }

    /** Roles that whoever works here may give at an event. */
    List<Role> roles(EventRow event) {
        return Stream.of(Role.values())
                .filter(role -> !role.permissions().isEmpty())
                .filter(role -> services.access().access().mayGive(role, event))
                .toList();
    }

    /** Roles that whoever works here may give. */
    List<Role> roles() {
        return Stream.of(Role.values()).filter(services.access().access()::mayGive).toList();
    }

    ObservableList<PersonRow> rows() {
        return rows;
    }

    /** Whether the first answer is there. */
    ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /** Key of the sentence that says what was wrong last. */
    ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** What a telephone is to read now, and the spare codes. */
    ReadOnlyObjectProperty<Optional<Enrolment>> enrolmentProperty() {
        return enrolment.getReadOnlyProperty();
    }
}

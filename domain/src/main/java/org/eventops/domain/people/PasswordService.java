package org.eventops.domain.people;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;
import org.eventops.domain.access.Role;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.unlock.Enrolment;
import org.eventops.domain.unlock.KeyChanges;
import org.eventops.domain.unlock.Password;

/**
 * The passwords with which people open this console's store, and their second factors. They are
 * this console's: no password, and nothing made of one, is synced.
 *
 * <p>One's own may be changed by anybody; those of others take {@link Permission#CHANGE_PEOPLE},
 * and a role that permits no less than theirs.
 */
public final class PasswordService {
    private final Transactions transactions;
    private final PersonRepository people;
    private final Access access;
    private final KeyChanges keys;

    public PasswordService(
            Transactions transactions, PersonRepository people, Access access, KeyChanges keys) {
        this.transactions = transactions;
        this.people = people;
        this.access = access;
        this.keys = keys;
    }

    /** The names of those who have one; empty when nobody protects the store. */
    public List<String> owners() {
        return keys.names();
    }

    /** The names of those who are asked for a code as well. */
    public List<String> withSecondFactor() {
        return keys.withSecondFactor();
    }

    /**
     * Gives a person a password in place of any before. Takes about 300 ms on purpose.
     *
     * @throws org.eventops.domain.access.NotPermitted for somebody else's, see above
     */
    public PasswordOutcome give(String name, String password) {
        needsLeave(name);
        Optional<Person> person = person(name);
        Optional<PasswordOutcome> hindered = person.flatMap(this::hindered);
        if (person.isEmpty() || hindered.isPresent()) {
            return hindered.orElse(PasswordOutcome.Problem.NO_SUCH_PERSON);
        }
        Optional<Password.Problem> weak = Password.problem(person.get().name(), password);
        if (weak.isPresent()) {
            return new PasswordOutcome.Weak(weak.get());
        }
        boolean first = keys.names().isEmpty();
        keys.give(person.get().name(), password);
        return new PasswordOutcome.Done(person.get(), first);
    }

    private Optional<PasswordOutcome> hindered(Person person) {
        if (person.role().permissions().isEmpty()) {
            return Optional.of(PasswordOutcome.Problem.NO_CONSOLE);
        }
        if (keys.names().isEmpty() && person.role() != Role.ADMINISTRATOR) {
            return Optional.of(PasswordOutcome.Problem.ADMINISTRATOR_FIRST);
        }
        return notYours(person);
    }

    private Optional<PasswordOutcome> notYours(Person person) {
        return isOwn(person.name()) || access.mayGive(person.role())
                ? Optional.empty()
                : Optional.of(new PasswordOutcome.NotYours(person.role()));
    }

    private void needsLeave(String name) {
        if (!isOwn(name)) {
            access.need(Permission.CHANGE_PEOPLE);
        }
    }

    private boolean isOwn(String name) {
        return access.worker().name().equalsIgnoreCase(name);
    }

    /**
     * This person no longer opens the store.
     *
     * @throws org.eventops.domain.access.NotPermitted for somebody else's, see above
     */
    public PasswordOutcome remove(String name) {
        return owned(
                name,
                person -> {
                    if (isLastAdministrator(person)) {
                        return PasswordOutcome.Problem.LAST_ADMINISTRATOR;
                    }
                    keys.take(person.name());
                    return new PasswordOutcome.Done(person, false);
                });
    }

    private boolean isLastAdministrator(Person person) {
        return person.role() == Role.ADMINISTRATOR
                && everybody().stream()
                        .filter(each -> each.role() == Role.ADMINISTRATOR)
                        .filter(each -> keys.names().contains(each.name()))
                        .allMatch(person::equals);
    }

    /**
     * Begins the second factor of whoever works here; it is not asked for until {@link #confirm}.
     *
     * @return what goes into the telephone; empty when they have no password
     */
    public Optional<Enrolment> enrol() {
        String name = access.worker().name();
        return keys.names().contains(name) ? Optional.of(keys.enrol(name)) : Optional.empty();
    }

    /**
     * Whether the telephone of whoever works here shows this code; from now on one is asked for.
     */
    public boolean confirm(String code) {
        String name = access.worker().name();
        return keys.names().contains(name) && keys.confirm(name, code);
    }

    /**
     * No code is asked for any more, as when a telephone is lost.
     *
     * @throws org.eventops.domain.access.NotPermitted for somebody else's, see above
     */
    public PasswordOutcome dropSecondFactor(String name) {
        return owned(
                name,
                person -> {
                    keys.dropSecondFactor(person.name());
                    return new PasswordOutcome.Done(person, false);
                });
    }

    private PasswordOutcome owned(String name, Function<Person, PasswordOutcome> work) {
        needsLeave(name);
        Optional<Person> person = person(name);
        if (person.isEmpty()) {
            return PasswordOutcome.Problem.NO_SUCH_PERSON;
        }
        return notYours(person.get())
                .orElseGet(
                        () ->
                                keys.names().contains(person.get().name())
                                        ? work.apply(person.get())
                                        : PasswordOutcome.Problem.NO_PASSWORD);
    }

    private Optional<Person> person(String name) {
        return everybody().stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
    }

    private List<Person> everybody() {
        return transactions.read(people::all);
    }
}

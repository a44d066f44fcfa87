package org.eventops.domain.people;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;
import org.eventops.domain.access.Role;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.text.EmailAddress;
import org.eventops.domain.unlock.KeyChanges;
import org.jspecify.annotations.Nullable;

/** Who works in this organisation, and as what. */
public final class PeopleService {
    static final int LONGEST_NAME = 120;

    private final Transactions transactions;
    private final PersonRepository people;
    private final Access access;
    private final KeyChanges keys;

    /**
     * @param keys tells who could open the store at all
     */
    public PeopleService(
            Transactions transactions, PersonRepository people, Access access, KeyChanges keys) {
        this.transactions = transactions;
        this.people = people;
        this.access = access;
        this.keys = keys;
    }

    /** By name. */
    public List<Person> all() {
        return transactions.read(people::all);
    }

    /** What is wrong with a name, but for who else has it. */
    private static Optional<PersonOutcome.Problem> problem(String name) {
        String plain = plain(name);
        if (plain.isEmpty()) {
            return Optional.of(PersonOutcome.Problem.NAME_EMPTY);
        }
        if (plain.length() > LONGEST_NAME) {
            return Optional.of(PersonOutcome.Problem.NAME_TOO_LONG);
        }
        return plain.codePoints().anyMatch(PeopleService::isStrange)
                ? Optional.of(PersonOutcome.Problem.NAME_NOT_PLAIN)
                : Optional.empty();
    }

    /** One way of writing each letter, so that a name is there once. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip();
    }

    private static boolean isStrange(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                    true;
            default -> false;
        };
    }

    /**
     * @throws org.eventops.domain.access.NotPermitted unless whoever works here may change people
     */
    public PersonOutcome add(String name, Role role, @Nullable String email) {
        Optional<PersonOutcome.Problem> problem = problem(name);
        if (problem.isPresent()) {
            return problem.get();
        }
        if (email != null && !EmailAddress.FORM.matcher(email.strip()).matches()) {
            return PersonOutcome.Problem.EMAIL_WRONG;
        }
        Person person = new Person(plain(name), role, email == null ? null : email.strip());
        return giving(
                role,
                () ->
                        find(person.name()).isPresent()
                                ? PersonOutcome.Problem.NAME_TAKEN
                                : saved(person));
    }

    /**
     * Makes somebody be something else from now on.
     *
     * @throws org.eventops.domain.access.NotPermitted unless whoever works here may change people
     */
    public PersonOutcome become(String name, Role role) {
        return giving(
                role,
                () ->
                        find(plain(name))
                                .map(before -> changed(before, role))
                                .orElse(PersonOutcome.Problem.NO_SUCH_PERSON));
    }

    private PersonOutcome giving(Role role, Supplier<PersonOutcome> work) {
        access.need(Permission.CHANGE_PEOPLE);
        return transactions.write(
                () -> access.mayGive(role) ? work.get() : new PersonOutcome.NotYours(role));
    }

    private PersonOutcome changed(Person before, Role role) {
        if (!access.mayGive(before.role())) {
            return new PersonOutcome.NotYours(before.role());
        }
        boolean last = role != Role.ADMINISTRATOR && isLastAdministrator(before);
        return last
                ? PersonOutcome.Problem.LAST_ADMINISTRATOR
                : saved(new Person(before.name(), role, before.email()));
    }

    /** Where passwords are asked for, an administrator without one is no way back. */
    private boolean isLastAdministrator(Person person) {
        List<String> owners = keys.names();
        return person.role() == Role.ADMINISTRATOR
                && people.all().stream()
                        .filter(each -> each.role() == Role.ADMINISTRATOR)
                        .filter(each -> owners.isEmpty() || owners.contains(each.name()))
                        .allMatch(person::equals);
    }

    private PersonOutcome saved(Person person) {
        people.save(person);
        return new PersonOutcome.Saved(person);
    }

    /** Names that differ only in their case are one person's. */
    private Optional<Person> find(String name) {
        return people.all().stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
    }
}

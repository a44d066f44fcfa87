package org.eventops.domain.people;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;
import org.eventops.domain.access.Role;
import org.eventops.domain.change.Transactions;
import org.eventops.domain.event.EventId;
import org.eventops.domain.text.EmailAddress;
import org.eventops.domain.unlock.KeyChanges;
import org.jspecify.annotations.Nullable;

/** Who works in this organisation and at its events, and as what. */
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

    /** Everybody, by name, with all that they are. */
    public List<Member> all() {
        return transactions.read(() -> Roster.of(people).all());
    }

    /**
     * Who may be found around the doors of an event, each as what they are there.
     *
     * @param event empty while none is chosen: then at any
     */
    public List<Person> around(Optional<EventId> event) {
        return all().stream()
                .flatMap(
                        each ->
                                each
                                        .atDoorOf(event)
                                        .map(role -> new Person(each.name(), role, each.email()))
                                        .stream())
                .toList();
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
                        find(person.name()).flatMap(Member::everywhere).isPresent()
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
                                .filter(each -> each.everywhere().isPresent())
                                .map(before -> changed(before, role))
                                .orElse(PersonOutcome.Problem.NO_SUCH_PERSON));
    }

    private PersonOutcome giving(Role role, Supplier<PersonOutcome> work) {
        access.need(Permission.CHANGE_PEOPLE);
        return transactions.write(
                () -> access.mayGive(role) ? work.get() : new PersonOutcome.NotYours(role));
    }

    private PersonOutcome changed(Member before, Role role) {
        Optional<Role> beyond = before.everywhere().filter(each -> !access.mayGive(each));
        if (beyond.isPresent()) {
            return new PersonOutcome.NotYours(beyond.get());
        }
        Optional<PersonOutcome> last =
                role == Role.ADMINISTRATOR
                        ? Optional.empty()
                        : Roster.of(people)
                                .lastKeeper(before.name(), keys.names())
                                .map(Function.identity());
        return last.orElseGet(() -> saved(new Person(before.name(), role, before.email())));
    }

    /**
     * Makes somebody work at an event as this from now on, in place of what they were there.
     * Somebody whom nobody knows yet is known by it.
     *
     * @throws org.eventops.domain.access.NotPermitted unless whoever works here may change people
     *     at that event
     */
    public PersonOutcome assign(EventId event, String name, Role role) {
        Optional<PersonOutcome.Problem> problem = problem(name);
        if (problem.isPresent()) {
            return problem.get();
        }
        return at(
                event,
                name,
                before -> {
                    if (!access.mayGive(role, event)) {
                        return new PersonOutcome.NotYours(role);
                    }
                    String known = before.map(Member::name).orElse(plain(name));
                    StaffMember member = new StaffMember(event, known, role);
                    people.assign(member);
                    return new PersonOutcome.Assigned(member);
                });
    }

    /**
     * Somebody no longer works at an event.
     *
     * @throws org.eventops.domain.access.NotPermitted unless whoever works here may change people
     *     at that event
     */
    public PersonOutcome release(EventId event, String name) {
        return at(
                event,
                name,
                before -> {
                    Optional<StaffMember> there =
                            before.flatMap(
                                    each ->
                                            Optional.ofNullable(each.at().get(event))
                                                    .map(
                                                            role ->
                                                                    new StaffMember(
                                                                            event,
                                                                            each.name(),
                                                                            role)));
                    there.ifPresent(people::release);
                    return there.<PersonOutcome>map(PersonOutcome.Released::new)
                            .orElse(PersonOutcome.Problem.NOT_AT_EVENT);
                });
    }

    private PersonOutcome at(
            EventId event, String name, Function<Optional<Member>, PersonOutcome> work) {
        access.need(Permission.CHANGE_PEOPLE, event);
        return transactions.write(
                () -> {
                    Optional<Member> before = Roster.of(people).find(plain(name));
                    Optional<Role> there = before.map(each -> each.at().get(event));
                    return there.filter(role -> !access.mayGive(role, event))
                            .<PersonOutcome>map(PersonOutcome.NotYours::new)
                            .orElseGet(() -> work.apply(before));
                });
    }

    private PersonOutcome saved(Person person) {
        people.save(person);
        return new PersonOutcome.Saved(person);
    }

    private Optional<Member> find(String name) {
        return Roster.of(people).find(name);
    }
}

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
import org.eventops.domain.text.UnseenLetters;
import org.jspecify.annotations.Nullable;

/** Who works in this organisation and at its events, and as what. */
public final class PeopleService {
    static final int LONGEST_NAME = 120;

    private final Transactions transactions;
    private final PersonRepository people;
    private final Access access;
    private final WaysIn ways;

    /**
     * @param ways what goes with somebody's last role
     */
    public PeopleService(
            Transactions transactions, PersonRepository people, Access access, WaysIn ways) {
        this.transactions = transactions;
        this.people = people;
        this.access = access;
        this.ways = ways;
    }

    /**
     * Everybody, by name, with all that they are; addresses only for those who may change people,
     * and one's own.
     */
    public List<Member> all() {
        List<Member> all = transactions.read(() -> Roster.of(people).all());
        String own = access.worker().name();
        return access.mayAnywhere(Permission.CHANGE_PEOPLE)
                ? all
                : all.stream()
                        .map(each -> each.name().equals(own) ? each : each.withoutEmail())
                        .toList();
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
        return plain.codePoints().anyMatch(UnseenLetters::isOne)
                ? Optional.of(PersonOutcome.Problem.NAME_NOT_PLAIN)
                : Optional.empty();
    }

    /** One way of writing each letter, so that a name is there once. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip();
    }

    /**
     * Somebody new does not come in as another did who had the name before: that is taken away.
     *
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
        access.need(Permission.CHANGE_PEOPLE);
        return access.mayGive(role)
                ? named(person.name(), () -> transactions.write(() -> added(person)))
                : new PersonOutcome.NotYours(role);
    }

    private PersonOutcome added(Person person) {
        return find(person.name()).flatMap(Member::everywhere).isPresent()
                ? PersonOutcome.Problem.NAME_TAKEN
                : saved(person);
    }

    /** Somebody is to have this name: who had it and is not here any more comes in no longer. */
    private PersonOutcome named(String name, Supplier<PersonOutcome> work) {
        if (!transactions.read(() -> isLeftOver(name))) {
            return work.get();
        }
        if (ways.hasTheOnlyKey(name)) {
            return PersonOutcome.Problem.LAST_WITH_PASSWORD;
        }
        transactions.write(
                () -> {
                    ways.end(name);
                    return name;
                });
        ways.takeKey(name);
        return work.get();
    }

    private boolean isLeftOver(String name) {
        return find(name).isEmpty() && ways.has(name);
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
                                .lastKeeper(before.name(), ways.owners())
                                .map(Function.identity());
        return last.orElseGet(() -> saved(new Person(before.name(), role, before.email())));
    }

    /**
     * Makes somebody work at an event as this from now on, in place of what they were there.
     * Somebody whom nobody knows yet is known by it, and does not come in as another did who had
     * the name before.
     *
     * @throws org.eventops.domain.access.NotPermitted unless whoever works here may change people
     *     at that event
     */
    public PersonOutcome assign(EventId event, String name, Role role) {
        Optional<PersonOutcome.Problem> problem = problem(name);
        if (problem.isPresent()) {
            return problem.get();
        }
        access.need(Permission.CHANGE_PEOPLE, event);
        if (!access.mayGive(role, event)) {
            return new PersonOutcome.NotYours(role);
        }
        return named(
                plain(name),
                () ->
                        at(
                                event,
                                name,
                                before -> {
                                    String known = before.map(Member::name).orElse(plain(name));
                                    StaffMember member = new StaffMember(event, known, role);
                                    people.assign(member);
                                    return new PersonOutcome.Assigned(member);
                                }));
    }

    /**
     * Somebody no longer works at an event. With their last role goes what they come in with at
     * this console.
     *
     * @throws org.eventops.domain.access.NotPermitted unless whoever works here may change people
     *     at that event
     */
    public PersonOutcome release(EventId event, String name) {
        PersonOutcome outcome =
                at(
                        event,
                        name,
                        before ->
                                before.flatMap(each -> each.at(event))
                                        .map(this::released)
                                        .orElse(PersonOutcome.Problem.NOT_AT_EVENT));
        if (outcome instanceof PersonOutcome.Released it
                && transactions.read(() -> find(it.member().name())).isEmpty()) {
            ways.takeKey(it.member().name());
        }
        return outcome;
    }

    private PersonOutcome released(StaffMember member) {
        Roster before = Roster.of(people);
        Roster after = before.without(member);
        List<String> owners = ways.owners();
        if (!owners.isEmpty() && !after.isKeeper(member.name())) {
            Optional<PersonOutcome.Problem> last = before.lastKeeper(member.name(), owners);
            if (last.isPresent()) {
                return last.get();
            }
        }
        // Before the row goes, on which the lines of it hang.
        if (after.find(member.name()).isEmpty()) {
            ways.end(member.name());
        }
        people.release(member);
        return new PersonOutcome.Released(member);
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

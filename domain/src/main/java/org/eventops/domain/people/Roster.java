package org.eventops.domain.people;

import static org.eventops.domain.access.Permission.SET_UP_CONSOLE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eventops.domain.access.Role;
import org.eventops.domain.event.EventId;
import org.eventops.domain.unlock.FoldedName;

/**
 * Everybody who works here, in the organisation or at single events, once each: names that differ
 * only in their case are one person's.
 */
final class Roster {
    private final List<Member> members;

    private Roster(List<Member> members) {
        this.members = members;
    }

    /** Inside a transaction. */
    static Roster of(PersonRepository people) {
        Map<String, Person> persons = new TreeMap<>();
        people.all().forEach(each -> persons.put(key(each.name()), each));
        Map<String, List<StaffMember>> staff = new TreeMap<>();
        people.staff()
                .forEach(
                        each ->
                                staff.computeIfAbsent(key(each.name()), unused -> new ArrayList<>())
                                        .add(each));
        List<Member> members = new ArrayList<>();
        persons.forEach(
                (key, person) ->
                        members.add(
                                new Member(
                                        person.name(),
                                        Optional.of(person.role()),
                                        events(staff.getOrDefault(key, List.of())),
                                        person.email())));
        staff.forEach(
                (key, rows) -> {
                    if (!persons.containsKey(key)) {
                        String name = rows.getFirst().name();
                        members.add(new Member(name, Optional.empty(), events(rows), null));
                    }
                });
        members.sort(java.util.Comparator.comparing(Member::name));
        return new Roster(List.copyOf(members));
    }

    private static String key(String name) {
        return FoldedName.of(name);
    }

    private static Map<EventId, Role> events(List<StaffMember> rows) {
        Map<EventId, Role> events = new HashMap<>();
        rows.forEach(each -> events.put(each.event(), each.role()));
        return events;
    }

    /** By name. */
    List<Member> all() {
        return members;
    }

    Optional<Member> find(String name) {
        return members.stream().filter(each -> key(each.name()).equals(key(name))).findFirst();
    }

    /**
     * Those one of whom has to be able to open a protected store, or nobody could go on: the
     * administrators. A console that sees single events only knows none; there it is whoever may
     * set it up.
     */
    List<Member> keepers() {
        List<Member> administrators = members.stream().filter(Member::administers).toList();
        return administrators.isEmpty()
                ? members.stream()
                        .filter(each -> each.worker().mayAnywhere(SET_UP_CONSOLE))
                        .toList()
                : administrators;
    }

    /**
     * @param owners who may open the store; empty while anybody may
     */
    boolean isLastKeeper(String name, Collection<String> owners) {
        Set<String> open = owners.stream().map(Roster::key).collect(Collectors.toSet());
        return isKeeper(name)
                && keepers().stream()
                        .map(each -> key(each.name()))
                        .filter(each -> open.isEmpty() || open.contains(each))
                        .allMatch(key(name)::equals);
    }

    /**
     * Why somebody has to stay one of the keepers; empty when another one can go on.
     *
     * @param owners who may open the store; empty while anybody may
     */
    Optional<PersonOutcome.Problem> lastKeeper(String name, Collection<String> owners) {
        if (!isLastKeeper(name, owners)) {
            return Optional.empty();
        }
        return Optional.of(
                keepers().size() == 1
                        ? PersonOutcome.Problem.LAST_ADMINISTRATOR
                        : PersonOutcome.Problem.LAST_WITH_PASSWORD);
    }

    boolean isKeeper(String name) {
        return keepers().stream().anyMatch(each -> key(each.name()).equals(key(name)));
    }

    /** The same once somebody no longer works at this event. */
    Roster without(StaffMember ended) {
        return new Roster(
                members.stream()
                        .map(
                                each ->
                                        key(each.name()).equals(key(ended.name()))
                                                ? each.without(ended.event())
                                                : each)
                        .filter(Member::hasRole)
                        .toList());
    }
}

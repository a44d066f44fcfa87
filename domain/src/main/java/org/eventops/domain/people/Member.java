package org.eventops.domain.people;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eventops.domain.access.Access;
import org.eventops.domain.access.Permission;
import org.eventops.domain.access.Role;
import org.eventops.domain.access.Worker;
import org.eventops.domain.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, and all that they are here.
 *
 * @param everywhere what they are in the whole organisation; empty for those who only work at
 *     single events, and for everybody at a console that sees single events only
 */
public record Member(
        String name, Optional<Role> everywhere, Map<EventId, Role> at, @Nullable String email) {
    public Member {
        at = Map.copyOf(at);
    }

    /** What they are at this event. */
    Optional<StaffMember> at(EventId event) {
        return Optional.ofNullable(at.get(event)).map(role -> new StaffMember(event, name, role));
    }

    /** The same once they no longer work at this event. */
    Member without(EventId event) {
        Map<EventId, Role> others = new HashMap<>(at);
        others.remove(event);
        return new Member(name, everywhere, others, email);
    }

    /** One who is nothing here any more, and of whom something was left over. */
    public static Member former(String name) {
        return new Member(name, Optional.empty(), Map.of(), null);
    }

    Member withoutEmail() {
        return new Member(name, everywhere, at, null);
    }

    /** Whether they are anything here; who is not may still have a password. */
    public boolean hasRole() {
        return everywhere.isPresent() || !at.isEmpty();
    }

    /** As one who works at this console. */
    public Worker worker() {
        Map<UUID, Set<Role>> events =
                at.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        each -> each.getKey().value(),
                                        each -> Set.of(each.getValue())));
        return new Worker(name, everywhere.stream().collect(Collectors.toSet()), events);
    }

    /** Whether they are an administrator of the whole organisation. */
    public boolean administers() {
        return everywhere.filter(Role.ADMINISTRATOR::equals).isPresent();
    }

    /** What whoever works here may not give, and so not take away either. */
    public Optional<Role> beyond(Access access) {
        Stream<Role> beyond =
                Stream.concat(
                        everywhere.stream().filter(role -> !access.mayGive(role)),
                        at.entrySet().stream()
                                .filter(each -> !access.mayGive(each.getValue(), each.getKey()))
                                .map(Map.Entry::getValue));
        return beyond.findFirst();
    }

    /** Whether they work only at events where whoever works here sets up the console. */
    boolean isOfEventsSetUpBy(Access access) {
        return everywhere.isEmpty()
                && at.keySet().stream()
                        .allMatch(event -> access.may(Permission.SET_UP_CONSOLE, event));
    }

    /** What they are at a door of this event; at any door of theirs when none is named. */
    Optional<Role> atDoorOf(Optional<EventId> event) {
        Stream<Role> there =
                event.map(each -> Stream.ofNullable(at.get(each))).orElseGet(at.values()::stream);
        return Stream.concat(everywhere.stream(), there)
                .max(java.util.Comparator.comparingInt(Member::rank));
    }

    private static int rank(Role role) {
        return (role.worksAtDoors() ? 1 : 0) + (role.supervisesDoors() ? 2 : 0);
    }
}

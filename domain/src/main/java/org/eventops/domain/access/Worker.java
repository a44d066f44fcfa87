package org.eventops.domain.access;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Somebody who works at this console.
 *
 * @param everywhere roles in the whole organisation
 * @param at roles at single events, by their keys
 */
public record Worker(String name, Set<Role> everywhere, Map<UUID, Set<Role>> at) {
    /** Whoever opens a store in which nobody has been set up yet. */
    public static final Worker OWNER = new Worker("", Set.of(Role.ADMINISTRATOR), Map.of());

    public Worker {
        everywhere = Set.copyOf(everywhere);
        at = Map.copyOf(at);
    }

    public boolean may(Permission permission) {
        return may(everywhere.stream(), permission);
    }

    public boolean may(Permission permission, OfEvent event) {
        return may(permission)
                || may(at.getOrDefault(event.ofEvent(), Set.of()).stream(), permission);
    }

    public boolean mayAnywhere(Permission permission) {
        return may(permission) || may(at.values().stream().flatMap(Set::stream), permission);
    }

    /** Whether they may do anything at a console. */
    public boolean hasWork() {
        return Stream.concat(everywhere.stream(), at.values().stream().flatMap(Set::stream))
                .anyMatch(role -> !role.permissions().isEmpty());
    }

    private static boolean may(Stream<Role> roles, Permission permission) {
        return roles.anyMatch(role -> role.may(permission));
    }
}

package org.eventops.console.feature.people;

import org.eventops.domain.access.Role;
import org.eventops.domain.people.Person;

/**
 * Somebody of the organisation, and how they open this console.
 *
 * @param secondFactor whether they are asked for a code as well
 */
public record PersonRow(Person person, boolean password, boolean secondFactor) {
    public String name() {
        return person.name();
    }

    public Role role() {
        return person.role();
    }
}

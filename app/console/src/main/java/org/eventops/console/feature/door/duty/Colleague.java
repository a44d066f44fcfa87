package org.eventops.console.feature.door.duty;

import org.eventops.domain.people.Person;

/**
 * Somebody who may stand at the door.
 *
 * @param hasPin whether a PIN is needed to be this person
 */
public record Colleague(Person person, boolean hasPin) {
    public String name() {
        return person.name();
    }
}

package org.eventops.domain.people;

import org.eventops.domain.access.Role;

/** What became of adding somebody, or of changing what they do here. */
public sealed interface PersonOutcome {
    record Saved(Person person) implements PersonOutcome {}

    record Assigned(StaffMember member) implements PersonOutcome {}

    record Released(StaffMember member) implements PersonOutcome {}

    /** Why it was not done; nothing has changed. */
    enum Problem implements PersonOutcome {
        NAME_EMPTY,
        NAME_TOO_LONG,
        /** A line break or another character that no name has. */
        NAME_NOT_PLAIN,
        NAME_TAKEN,
        EMAIL_WRONG,
        NO_SUCH_PERSON,
        NOT_AT_EVENT,
        /** Somebody has to be left who may change people and consoles. */
        LAST_ADMINISTRATOR,
        /** The same of who may open this store: others are there, and have no password yet. */
        LAST_WITH_PASSWORD
    }

    /** Nobody makes others be what they may do less than: it was not done. */
    record NotYours(Role role) implements PersonOutcome {}
}

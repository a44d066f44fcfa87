package org.eventops.domain.people;

import org.eventops.domain.access.Role;
import org.eventops.domain.unlock.Password;

/** What became of giving somebody a password, or of taking one away. */
public sealed interface PasswordOutcome {
    /**
     * @param first whether the store is protected only from now on
     */
    record Done(String name, boolean first) implements PasswordOutcome {}

    /** It would be guessed; nothing has changed. */
    record Weak(Password.Problem problem) implements PasswordOutcome {}

    /** Whose role permits more than that of whoever works here: it was not done. */
    record NotYours(Role role) implements PasswordOutcome {}

    /** Why it was not done; nothing has changed. */
    enum Problem implements PasswordOutcome {
        NO_SUCH_PERSON,
        /** Designers, models and attendees do not work at a console. */
        NO_CONSOLE,
        /** The first to get a password has to be an administrator: others could not go on. */
        ADMINISTRATOR_FIRST,
        /** Somebody has to be left who may open this store and change everything. */
        LAST_ADMINISTRATOR,
        NO_PASSWORD
    }
}

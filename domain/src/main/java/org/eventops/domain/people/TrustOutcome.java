package org.eventops.domain.people;

import java.util.Optional;
import org.eventops.domain.access.Role;
import org.eventops.domain.unlock.ComputerOutcome;
import org.eventops.domain.unlock.KeyStoreProblem;

/** What became of saying for whom this computer opens the store without a password. */
public sealed interface TrustOutcome {
    /**
     * @param window whether the window opens so as well
     */
    record Allowed(String name, boolean window) implements TrustOutcome {}

    /**
     * It takes a password again.
     *
     * @param left why the secret is still in the key store, where it opens nothing but an older
     *     copy of this store; empty when it is gone
     */
    record Forgotten(String name, Optional<KeyStoreProblem> left) implements TrustOutcome {}

    /** Whose role permits more than that of whoever works here: it was not done. */
    record NotYours(Role role) implements TrustOutcome {}

    /** The key store, or the person's own way in, does not let it. */
    record NotKept(ComputerOutcome.Problem why) implements TrustOutcome {}

    /** Why it was not done; nothing has changed. */
    enum Problem implements TrustOutcome {
        NO_SUCH_PERSON,
        /** Designers, models and attendees do not work at a console. */
        NO_CONSOLE,
        /** It opened for nobody. */
        NOT_ALLOWED
    }
}

package org.eventops.domain.unlock;

import java.util.List;

/** The way in for people: when the program starts, and after it was locked. */
public interface Entry {
    /**
     * Who may come in with a password; empty when nobody protects the store.
     *
     * @throws org.eventops.domain.change.StoreException if the keyring is damaged or unreadable
     */
    List<String> names();

    /**
     * Lets somebody in, and opens the store if it is not open yet; takes about 300 ms of work, on
     * purpose. Whoever is let in works here from then on.
     *
     * @throws org.eventops.domain.change.StoreException if the store does not open for another
     *     reason
     */
    UnlockOutcome enter(UnlockAttempt attempt);
}

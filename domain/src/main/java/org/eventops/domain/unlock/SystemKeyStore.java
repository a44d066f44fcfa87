package org.eventops.domain.unlock;

import java.util.Optional;

/**
 * Where the system in which this program runs keeps secrets of whoever is logged in, and gives them
 * to nobody else. Each call asks another program and may take seconds; nothing is asked, started or
 * loaded before the first one.
 */
public interface SystemKeyStore {
    /**
     * Keeps a secret in place of any before. A person may be asked to open the key store first.
     *
     * @param place under which it is found again: letters and digits, no secret itself
     * @param secret one line of printable ASCII; never seen by other programs
     * @return why it is not kept; empty when it is
     */
    Optional<KeyStoreProblem> put(String place, String secret);

    /** What is kept there; nobody is asked for anything. */
    KeptSecret get(String place);

    /**
     * What was kept there is kept no more.
     *
     * @return why it still is; empty when it is gone, or never was there
     */
    Optional<KeyStoreProblem> remove(String place);
}

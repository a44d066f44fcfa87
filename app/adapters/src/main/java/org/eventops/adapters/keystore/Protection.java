package org.eventops.adapters.keystore;

import java.util.Optional;

/** What a system does to bytes so that only whoever is logged in now gets them back. */
interface Protection {
    /**
     * @param use what they are for; they come back for the same use only
     * @return empty if the system does not do it
     */
    Optional<byte[]> protect(byte[] bytes, String use);

    /**
     * What was protected here; empty for bytes of another account, computer or use, changed ones,
     * and where the system does not do it.
     */
    Optional<byte[]> open(byte[] bytes, String use);
}

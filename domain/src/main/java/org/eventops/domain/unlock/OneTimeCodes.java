package org.eventops.domain.unlock;

import java.time.Instant;

/** The codes that a telephone shows for a secret that it shares with this console. */
public interface OneTimeCodes {
    /** How long one code is shown, seconds. */
    int STEP = 30;

    /** The six digits of this moment (RFC 6238 with SHA-1, as every authenticator app has it). */
    String at(byte[] secret, Instant at);

    /**
     * What a telephone reads to share the secret.
     *
     * @param name of the person, shown beside the codes
     */
    String address(String name, byte[] secret);
}

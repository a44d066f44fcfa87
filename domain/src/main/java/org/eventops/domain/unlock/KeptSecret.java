package org.eventops.domain.unlock;

/** What the system's key store answers. */
public sealed interface KeptSecret {
    record Found(String secret) implements KeptSecret {
        /** Never the secret, which would end up in a log. */
        @Override
        public String toString() {
            return "Found";
        }
    }

    record Missing(KeyStoreProblem why) implements KeptSecret {}
}

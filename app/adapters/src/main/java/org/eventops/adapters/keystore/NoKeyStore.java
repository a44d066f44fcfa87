package org.eventops.adapters.keystore;

import java.util.Optional;
import org.eventops.domain.unlock.KeptSecret;
import org.eventops.domain.unlock.KeyStoreProblem;
import org.eventops.domain.unlock.SystemKeyStore;

/** For systems whose key store we do not ask yet. */
final class NoKeyStore implements SystemKeyStore {
    @Override
    public Optional<KeyStoreProblem> put(String place, String secret) {
        return Optional.of(KeyStoreProblem.ABSENT);
    }

    @Override
    public KeptSecret get(String place) {
        return new KeptSecret.Missing(KeyStoreProblem.ABSENT);
    }

    /** Whatever was put there was put by another system. */
    @Override
    public Optional<KeyStoreProblem> remove(String place) {
        return Optional.of(KeyStoreProblem.ABSENT);
    }
}

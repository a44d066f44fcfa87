package org.eventops.domain.unlock;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A system's key store in memory, which can be locked, emptied or taken away. */
public final class MemoryKeyStore implements SystemKeyStore {
    public final Map<String, String> kept = new HashMap<>();
    public Optional<KeyStoreProblem> problem = Optional.empty();
    int asked;

    @Override
    public Optional<KeyStoreProblem> put(String place, String secret) {
        asked++;
        if (problem.isEmpty()) {
            kept.put(place, secret);
        }
        return problem;
    }

    @Override
    public KeptSecret get(String place) {
        asked++;
        if (problem.isPresent()) {
            return new KeptSecret.Missing(problem.get());
        }
        String secret = kept.get(place);
        return secret == null
                ? new KeptSecret.Missing(KeyStoreProblem.EMPTY)
                : new KeptSecret.Found(secret);
    }

    @Override
    public Optional<KeyStoreProblem> remove(String place) {
        asked++;
        if (problem.isEmpty()) {
            kept.remove(place);
        }
        return problem;
    }
}

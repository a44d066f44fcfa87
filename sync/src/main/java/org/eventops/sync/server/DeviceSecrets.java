package org.eventops.sync.server;

import java.util.Optional;
import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.NextStep;

/** Where a console keeps how it reaches its hub. What was kept is durable when the call returns. */
public interface DeviceSecrets {
    /**
     * @return empty before the console was enrolled
     * @throws SecretsProblem if it is there and cannot be read
     */
    Optional<HubAccess> read();

    /** Replaces what was kept, wholly or not at all. */
    void keep(HubAccess access);

    /** Forgets the hub. */
    void forget();

    /** The place cannot be read or written. */
    final class SecretsProblem extends RuntimeException implements Classified {
        private static final long serialVersionUID = 1L;

        SecretsProblem(String place, Exception cause) {
            super("secrets in " + place, cause);
        }

        @Override
        public Failure failure() {
            return Failure.environment(NextStep.ALLOW_WRITING);
        }
    }
}

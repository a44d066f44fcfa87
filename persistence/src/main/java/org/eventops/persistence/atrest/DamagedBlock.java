package org.eventops.persistence.atrest;

import java.io.IOException;
import java.io.Serial;
import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.NextStep;

/** What stands in a file is not what was written there under this key. */
public final class DamagedBlock extends IOException implements Classified {
    @Serial private static final long serialVersionUID = 1;

    DamagedBlock(long number, Throwable cause) {
        super("block " + number + " is not what was written there", cause);
    }

    @Override
    public Failure failure() {
        return Failure.environment(NextStep.START_AGAIN);
    }
}

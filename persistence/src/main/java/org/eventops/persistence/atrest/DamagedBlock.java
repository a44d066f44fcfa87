package org.eventops.persistence.atrest;

import java.io.IOException;
import java.io.Serial;

/** What stands in a file is not what was written there under this key. */
public final class DamagedBlock extends IOException {
    @Serial private static final long serialVersionUID = 1;

    DamagedBlock(long number, Throwable cause) {
        super("block " + number + " is not what was written there", cause);
    }
}

package org.eventops.domain.change;

import java.util.UUID;

/** Makes row keys: time-ordered UUIDs (version 7), strictly increasing within one source. */
@FunctionalInterface
public interface IdSource {
    /** A key never handed out before by this source; safe to call from any thread. */
    UUID next();
}

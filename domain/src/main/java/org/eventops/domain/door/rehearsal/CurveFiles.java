package org.eventops.domain.door.rehearsal;

import java.io.IOException;
import java.nio.file.Path;

/** Reads arrivals from a file, as {@link CurveFile} understands its lines. */
@FunctionalInterface
public interface CurveFiles {
    /**
     * @throws IOException if it cannot be read, or is not text in UTF-8
     */
    CurveOutcome read(Path file) throws IOException;
}

package org.eventops.adapters.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eventops.domain.door.rehearsal.CurveFile;
import org.eventops.domain.door.rehearsal.CurveFiles;
import org.eventops.domain.door.rehearsal.CurveOutcome;

/** Reads arrivals from a text file, no further than its first wrong line. */
public final class CurveFileReader implements CurveFiles {
    @Override
    public CurveOutcome read(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            return CurveFile.read(() -> reader.lines().iterator());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}

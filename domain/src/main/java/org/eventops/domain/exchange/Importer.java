package org.eventops.domain.exchange;

import java.io.IOException;
import java.nio.file.Path;
import org.eventops.domain.access.Needs;
import org.eventops.domain.access.Permission;
import org.eventops.domain.change.Progress;

/** Reads event files and attendee lists into the store. */
public interface Importer {
    /**
     * Recognises a file by its first bytes and its header.
     *
     * @throws IOException if it cannot be read at all
     */
    @Needs(value = Permission.IMPORT, wide = true)
    ImportPreview look(Path file) throws IOException;

    /**
     * One transaction: what is refused is in the report, what fails leaves the store as it was.
     *
     * @throws IOException if the file cannot be read
     * @throws java.util.concurrent.CancellationException when progress says cancelled
     * @throws org.eventops.domain.change.StoreException if the store cannot be written
     */
    @Needs(value = Permission.IMPORT, wide = true)
    ImportReport run(ImportRequest request, Progress progress) throws IOException;
}

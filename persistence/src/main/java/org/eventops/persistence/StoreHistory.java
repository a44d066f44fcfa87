package org.eventops.persistence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.eventops.persistence.unlock.PrivateFile;

/**
 * The name of what has happened to a store since it was made, or last restored: backups of one
 * history go on from each other, others never do.
 */
final class StoreHistory {
    static final String FILE = "store.history";

    private StoreHistory() {}

    /** Made when it is first asked for, or cannot be read: then the next backup is a full one. */
    static UUID of(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        if (Files.exists(file)) {
            String text = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
            if (text.matches("[0-9a-f-]{36}")) {
                return UUID.fromString(text);
            }
        }
        UUID history = UUID.randomUUID();
        PrivateFile.write(file, history.toString().getBytes(StandardCharsets.US_ASCII));
        return history;
    }
}

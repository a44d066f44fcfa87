package org.eventops.persistence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.change.StoreException.Problem;
import org.eventops.domain.unlock.SealedText;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.persistence.unlock.PrivateFile;

/**
 * A file that only the store's own key opens. It tells a foreign key from damage, before everything
 * that lies under another one is taken for torn. It holds the same twice, as a bit may fall.
 */
final class KeyCheck {
    private static final String PURPOSE = "check";

    static final String FILE = "store.seal";

    private final Path file;
    private final SecretKey key;

    KeyCheck(Path folder, StoreKey key) {
        this.file = folder.resolve(FILE);
        this.key = key.derive(PURPOSE);
    }

    /** Whether the store in this folder lies under a key. */
    static boolean isThere(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /**
     * @throws StoreException if it is another one
     */
    void confirm() throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.US_ASCII);
        if (text.lines().noneMatch(line -> SealedText.open(key, PURPOSE, line).isPresent())) {
            throw new StoreException(Problem.CORRUPT, file.getFileName().toString());
        }
    }

    /** From now on everything lies under this key. Durable on return. */
    void write() throws IOException {
        SecureRandom random = new SecureRandom();
        String first = SealedText.seal(key, PURPOSE, new byte[0], random);
        String second = SealedText.seal(key, PURPOSE, new byte[0], random);
        PrivateFile.write(file, (first + "\n" + second).getBytes(StandardCharsets.US_ASCII));
    }
}

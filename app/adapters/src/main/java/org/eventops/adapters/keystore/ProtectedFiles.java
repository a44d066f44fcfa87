package org.eventops.adapters.keystore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.eventops.domain.unlock.KeptSecret;
import org.eventops.domain.unlock.KeyStoreProblem;
import org.eventops.domain.unlock.SystemKeyStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * For systems that protect bytes but keep none: what they protected lies in a file for each place.
 */
final class ProtectedFiles implements SystemKeyStore {
    private static final Logger LOG = LoggerFactory.getLogger(ProtectedFiles.class);

    private final Path folder;
    private final Protection protection;

    /**
     * @param folder of the account, apart from every store; made when it is needed
     */
    ProtectedFiles(Path folder, Protection protection) {
        this.folder = folder;
        this.protection = protection;
    }

    @Override
    public Optional<KeyStoreProblem> put(String place, String secret) {
        Optional<byte[]> sealed =
                protection.protect(secret.getBytes(StandardCharsets.US_ASCII), place);
        return sealed.isEmpty()
                ? Optional.of(KeyStoreProblem.ABSENT)
                : tried(() -> write(file(place), sealed.get()));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public KeptSecret get(String place) {
        try {
            return protection
                    .open(Files.readAllBytes(file(place)), place)
                    .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                    .<KeptSecret>map(KeptSecret.Found::new)
                    // Of another account or computer, or from before a password was set anew.
                    .orElseGet(() -> new KeptSecret.Missing(KeyStoreProblem.EMPTY));
        } catch (NoSuchFileException e) {
            return new KeptSecret.Missing(KeyStoreProblem.EMPTY);
        } catch (IOException e) {
            return new KeptSecret.Missing(unread(e));
        }
    }

    @Override
    public Optional<KeyStoreProblem> remove(String place) {
        return tried(() -> Files.deleteIfExists(file(place)));
    }

    private Path file(String place) {
        return folder.resolve(place + ".key");
    }

    private interface FileWork {
        void run() throws IOException;
    }

    private static Optional<KeyStoreProblem> tried(FileWork work) {
        try {
            work.run();
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(unread(e));
        }
    }

    private static KeyStoreProblem unread(IOException e) {
        LOG.info("the folder of protected secrets cannot be used: {}", e.getClass().getName());
        return KeyStoreProblem.ABSENT;
    }
}

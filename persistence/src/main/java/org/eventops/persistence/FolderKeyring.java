package org.eventops.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.change.StoreException.Problem;
import org.eventops.domain.unlock.ComputerTrust;
import org.eventops.domain.unlock.Keyring;
import org.eventops.domain.unlock.KeyringShelf;
import org.eventops.domain.unlock.StoreKey;
import org.eventops.persistence.unlock.ComputerText;
import org.eventops.persistence.unlock.KeyringText;
import org.eventops.persistence.unlock.PrivateFile;

/**
 * The keyring in the store's folder: {@code keyring.json}, {@code store.key} while nobody protects
 * the store, {@code computer.json} if this computer opens it, and {@code unlock.state}.
 */
final class FolderKeyring implements KeyringShelf {
    private final Path folder;
    private final Path ring;
    private final Path openKey;
    private final Path computer;
    private final Path state;

    FolderKeyring(Path folder) {
        this.folder = folder;
        this.ring = folder.resolve("keyring.json");
        this.openKey = folder.resolve("store.key");
        this.computer = folder.resolve("computer.json");
        this.state = folder.resolve("unlock.state");
    }

    @Override
    public Keyring read() {
        return files(() -> Files.exists(ring) ? KeyringText.read(text(ring)) : Keyring.EMPTY);
    }

    @Override
    public void write(Keyring keyring) {
        if (keyring.holders().isEmpty()) {
            throw new IllegalArgumentException("nobody could open the store any more");
        }
        files(
                () -> {
                    PrivateFile.write(ring, utf8(KeyringText.of(keyring)));
                    PrivateFile.wipe(openKey);
                    return true;
                });
    }

    @Override
    public StoreKey openKey() {
        if (!read().holders().isEmpty()) {
            throw new StoreException(Problem.PROTECTED, ring.getFileName().toString());
        }
        return files(() -> Files.exists(openKey) ? kept() : made());
    }

    private StoreKey kept() throws IOException {
        try {
            return key(text(openKey));
        } catch (IllegalArgumentException e) {
            throw new StoreException(Problem.CORRUPT, openKey.getFileName().toString(), e);
        }
    }

    /**
     * A store that lies under a key does not get another one: whoever lost it may still find it.
     */
    private StoreKey made() throws IOException {
        if (KeyCheck.isThere(folder)) {
            throw new StoreException(
                    Problem.CORRUPT, openKey.getFileName() + ", " + ring.getFileName());
        }
        StoreKey key = StoreKey.random(new SecureRandom());
        PrivateFile.write(openKey, utf8(Base64.getEncoder().encodeToString(key.bytes())));
        return key;
    }

    /**
     * What opens the store, as it lies here.
     *
     * @param isProtected whether it takes a password
     */
    record InClear(String text, boolean isProtected) {}

    InClear inClear() throws IOException {
        return Files.exists(ring)
                ? new InClear(text(ring), true)
                : new InClear(text(openKey), false);
    }

    /** Puts that in this folder. */
    void put(InClear clear) throws IOException {
        PrivateFile.write(clear.isProtected() ? ring : openKey, utf8(clear.text()));
    }

    static StoreKey key(String text) {
        return StoreKey.of(Base64.getDecoder().decode(text.strip()));
    }

    /** Takes away the key that lay open, where the plug was pulled before that was done. */
    void forgetOpenKey() {
        if (!read().holders().isEmpty()) {
            files(
                    () -> {
                        PrivateFile.wipe(openKey);
                        return true;
                    });
        }
    }

    @Override
    public Optional<ComputerTrust> computer() {
        return files(
                () ->
                        Files.exists(computer)
                                ? ComputerText.read(text(computer))
                                : Optional.empty());
    }

    @Override
    public void keepComputer(Optional<ComputerTrust> trust) {
        files(
                () -> {
                    if (trust.isPresent()) {
                        PrivateFile.write(computer, utf8(ComputerText.of(trust.get())));
                    } else {
                        PrivateFile.wipe(computer);
                    }
                    return true;
                });
    }

    @Override
    public synchronized String remember(String name, UnaryOperator<String> change) {
        return files(
                () -> {
                    Files.createDirectories(folder);
                    try (FileChannel guard =
                            FileChannel.open(
                                    folder.resolve("unlock.lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE)) {
                        // Given back with the channel.
                        guard.lock();
                        return changed(name, change);
                    }
                });
    }

    private String changed(String name, UnaryOperator<String> change) throws IOException {
        Map<String, String> all = new TreeMap<>();
        if (Files.exists(state)) {
            all.putAll(KeyringText.readState(text(state)));
        }
        String before = all.getOrDefault(name, "");
        String after = change.apply(before);
        if (!after.equals(before)) {
            all.put(name, after);
            all.values().removeIf(String::isEmpty);
            PrivateFile.write(state, utf8(KeyringText.ofState(all)));
        }
        return before;
    }

    /** Whatever stands there: what is damaged is found by what reads it. */
    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private interface FileWork<T> {
        T run() throws IOException;
    }

    private <T> T files(FileWork<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw StoreProblems.of(e, folder);
        }
    }
}

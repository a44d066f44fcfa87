package org.eventops.sync.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import org.eventops.domain.unlock.SealedText;
import org.eventops.domain.unlock.StoreKey;

/**
 * {@code keys/hub.json} in the data folder, under the store's key and readable by this user only.
 * It stands beside the database and its journal, not in them: no file that is handed on holds it.
 */
public final class FolderDeviceSecrets implements DeviceSecrets {
    /** What it begins with; older ones hold JSON as it is, until they are next read. */
    private static final String SEALED = "sealed:";

    private static final String PURPOSE = "hub";

    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();
    private final Path folder;
    private final Path file;

    /**
     * @param data the store's folder
     * @param key of the store
     */
    public FolderDeviceSecrets(Path data, StoreKey key) {
        this.key = key.derive(PURPOSE);
        this.folder = data.resolve("keys");
        this.file = folder.resolve("hub.json");
    }

    @Override
    public Optional<HubAccess> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.startsWith(SEALED)) {
                return Optional.of(access(opened(text.substring(SEALED.length()))));
            }
            HubAccess older = access(bytes);
            keep(older);
            return Optional.of(older);
        } catch (IOException | IllegalArgumentException e) {
            throw new SecretsProblem(file.toString(), e);
        }
    }

    private byte[] opened(String text) throws IOException {
        return SealedText.open(key, PURPOSE, text)
                .orElseThrow(() -> new IOException("not what was kept under this key"));
    }

    private static HubAccess access(byte[] json) throws IOException {
        return HubAccessJson.read(HubAccessJson.tree(json));
    }

    @Override
    public void keep(HubAccess access) {
        Path writing = file.resolveSibling("hub.json.writing");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(writing);
            byte[] json = HubAccessJson.bytes(HubAccessJson.of(access));
            String text = SEALED + SealedText.seal(key, PURPOSE, json, random);
            write(writing, text.getBytes(StandardCharsets.UTF_8));
            Files.move(
                    writing,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            syncFolder();
        } catch (IOException e) {
            throw new SecretsProblem(file.toString(), e);
        }
    }

    @Override
    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new SecretsProblem(file.toString(), e);
        }
    }

    private void write(Path writing, byte[] bytes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        writing,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        ownersOnly())) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /** The new name is durable only with the folder; Windows has no such call and needs none. */
    private void syncFolder() throws IOException {
        if (posix()) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private FileAttribute<?>[] ownersOnly() {
        return posix()
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

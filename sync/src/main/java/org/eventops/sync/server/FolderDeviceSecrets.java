package org.eventops.sync.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * {@code keys/hub.json} in the data folder, readable by this user only. It stands beside the
 * database and its journal, not in them: no file that is handed on holds it.
 */
public final class FolderDeviceSecrets implements DeviceSecrets {
    private final Path folder;
    private final Path file;

    /**
     * @param data the store's folder
     */
    public FolderDeviceSecrets(Path data) {
        this.folder = data.resolve("keys");
        this.file = folder.resolve("hub.json");
    }

    @Override
    public Optional<HubAccess> read() {
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            JsonNode node = HubAccessJson.tree(Files.readAllBytes(file));
            return Optional.of(HubAccessJson.read(node));
        } catch (IOException | IllegalArgumentException e) {
            throw new SecretsProblem(file.toString(), e);
        }
    }

    @Override
    public void keep(HubAccess access) {
        Path writing = file.resolveSibling("hub.json.writing");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(writing);
            write(writing, HubAccessJson.bytes(HubAccessJson.of(access)));
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

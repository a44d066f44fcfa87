package org.eventops.persistence;

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
import java.util.Optional;
import java.util.Set;
import org.eventops.domain.ticketing.signed.KeyVault;
import org.eventops.domain.ticketing.signed.TicketKeys;

/**
 * Private keys as files in the store's folder, one each, readable by this user only. They stand
 * beside the database and its journal, not in them: neither a file that is handed on nor another
 * console ever gets them that way.
 */
final class FolderKeyVault implements KeyVault {
    private final Path folder;

    FolderKeyVault(StoreLocation location) {
        this.folder = location.folder().resolve("keys");
    }

    @Override
    public Optional<String> privateKey(String publicKey) {
        Path file = file(publicKey);
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file, StandardCharsets.US_ASCII).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw StoreProblems.of(e, folder);
        }
    }

    @Override
    public void keep(TicketKeys.Pair pair) {
        Path file = file(pair.publicKey());
        Path writing = file.resolveSibling(file.getFileName() + ".writing");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(writing);
            try (FileChannel channel =
                    FileChannel.open(
                            writing,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            ownersOnly())) {
                channel.write(
                        ByteBuffer.wrap(pair.privateKey().getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            Files.move(writing, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw StoreProblems.of(e, folder);
        }
    }

    private FileAttribute<?>[] ownersOnly() {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private Path file(String publicKey) {
        return folder.resolve("%08x.key".formatted(TicketKeys.tag(publicKey)));
    }
}

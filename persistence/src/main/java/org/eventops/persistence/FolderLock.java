package org.eventops.persistence;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eventops.domain.change.StoreException;
import org.eventops.domain.change.StoreException.Problem;

/**
 * One program to a store. The operating system gives the lock back when a program dies, so a crash
 * leaves nothing behind; a file beside it says who holds it.
 */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static FolderLock take(Path folder, Instant now) throws IOException {
        Files.createDirectories(folder);
        Path owner = folder.resolve("store.owner");
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("store.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(owner);
            }
            String line = ProcessHandle.current().pid() + " " + now.truncatedTo(ChronoUnit.SECONDS);
            Files.writeString(owner, line, StandardCharsets.UTF_8);
            return new FolderLock(channel, lock);
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw inUse(owner);
        } catch (IOException | StoreException e) {
            channel.close();
            throw e;
        }
    }

    /** The detail is "pid time", or empty where it is not known. */
    private static StoreException inUse(Path owner) throws IOException {
        try {
            return new StoreException(Problem.IN_USE, Files.readString(owner));
        } catch (NoSuchFileException e) {
            return new StoreException(Problem.IN_USE, "");
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        channel.close();
    }
}

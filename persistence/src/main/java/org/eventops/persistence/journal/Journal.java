package org.eventops.persistence.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The append-only record of every local mutation. A mutation is durable when {@link #prepare} has
 * returned: its frames are written and fsynced. Not for use by two threads at once: the one writer
 * of the store calls it.
 */
public final class Journal implements AutoCloseable {
    private static final long SEGMENT_LIMIT = 16L << 20;

    private final Path folder;
    private @Nullable FileChannel channel;
    private long end;
    private boolean broken;

    private Journal(Path folder) {
        this.folder = folder;
    }

    /** Goes on behind what the folder holds; recovery has cut a torn tail before. */
    public static Journal open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Journal journal = new Journal(folder);
        List<Path> files = Segments.all(folder);
        if (!files.isEmpty() && Files.size(files.getLast()) < SEGMENT_LIMIT) {
            journal.use(files.getLast());
        }
        return journal;
    }

    /** How many bytes the files hold that may have mutations after this number. */
    public static long bytesAfter(Path folder, long number) throws IOException {
        long bytes = 0;
        for (Path file : Segments.after(folder, number)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    /**
     * Writes the mutation and waits until it is on the disk.
     *
     * @param mutation its changes are read once, in order, and never all held
     * @throws IOException if it could not be written; nothing of it is left in the file then
     */
    public void prepare(Mutation mutation, Iterator<byte[]> changes) throws IOException {
        if (broken) {
            throw new IOException("the journal could not be put right after a failed write");
        }
        FileChannel file = segment(mutation.number());
        long start = end;
        try {
            writeParts(file, mutation, changes);
            file.force(false);
        } catch (IOException | RuntimeException e) {
            takeBack(file, start, e);
            throw e;
        }
    }

    /** The store has committed; needs no fsync, as recovery asks the store itself. */
    public void commit(long number) throws IOException {
        write(current(), new Frame.Commit(number));
    }

    /** The store has refused: recovery will not apply it. Durable on return. */
    public void abort(long number) throws IOException {
        try {
            write(current(), new Frame.Abort(number));
            current().force(false);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    private void writeParts(FileChannel file, Mutation mutation, Iterator<byte[]> changes)
            throws IOException {
        int part = 0;
        do {
            List<byte[]> some = new ArrayList<>();
            long size = 0;
            while (changes.hasNext() && size < Frame.PART_LIMIT) {
                byte[] change = changes.next();
                some.add(change);
                size += change.length;
            }
            Mutation piece = new Mutation(mutation.number(), mutation.id(), mutation.at(), some);
            write(file, new Frame.Prepared(piece, part++, !changes.hasNext()));
        } while (changes.hasNext());
    }

    private void takeBack(FileChannel file, long start, Exception cause) {
        try {
            file.truncate(start);
            end = start;
        } catch (IOException e) {
            broken = true;
            cause.addSuppressed(e);
        }
    }

    private void write(FileChannel file, Frame frame) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(Frame.bytes(frame));
        while (buffer.hasRemaining()) {
            end += file.write(buffer, end);
        }
    }

    private FileChannel current() throws IOException {
        if (channel == null) {
            throw new IOException("no journal file is open");
        }
        return channel;
    }

    private FileChannel segment(long number) throws IOException {
        if (channel != null && end < SEGMENT_LIMIT) {
            return channel;
        }
        close();
        return use(Segments.file(folder, number));
    }

    private FileChannel use(Path file) throws IOException {
        boolean created = Files.notExists(file);
        FileChannel opened =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        end = opened.size();
        channel = opened;
        if (created) {
            forceFolder();
        }
        return opened;
    }

    /** The name of a new file must be as durable as what stands in it. */
    private void forceFolder() throws IOException {
        if (System.getProperty("os.name", "").startsWith("Windows")) {
            return;
        }
        try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
            entry.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}

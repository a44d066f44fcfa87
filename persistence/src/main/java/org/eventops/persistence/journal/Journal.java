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
import org.eventops.persistence.atrest.FrameSeal;
import org.jspecify.annotations.Nullable;

/**
 * The append-only record of every transaction of the store. One that was made here is durable when
 * {@link #prepare} has returned: its frames are written and fsynced. For several threads: those of
 * a small mutation do not wait for all of a large one, only for the part that is being written.
 */
public final class Journal implements AutoCloseable {
    private static final long SEGMENT_LIMIT = 16L << 20;
    private static final int PARTS_A_SYNC = 4;

    private final Path folder;
    private final FrameSeal seal;
    private @Nullable FileChannel channel;
    private long first;
    private long end;
    private boolean broken;
    private int large;
    private long highest;

    private Journal(Path folder, FrameSeal seal) {
        this.seal = seal;
        this.folder = folder;
    }

    /** Goes on behind what the folder holds; recovery has cut a torn tail before. */
    public static Journal open(Path folder, FrameSeal seal) throws IOException {
        Files.createDirectories(folder);
        Journal journal = new Journal(folder, seal);
        List<Path> files = Segments.all(folder);
        if (!files.isEmpty() && Files.size(files.getLast()) < SEGMENT_LIMIT) {
            journal.use(files.getLast());
        }
        return journal;
    }

    /** What all its files hold, bytes; 0 where there is none. */
    public static long bytes(Path folder) throws IOException {
        long bytes = 0;
        for (Path file : Segments.all(folder)) {
            bytes += Files.size(file);
        }
        return bytes;
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
     * Writes the mutation, and waits until it is on the disk if it was made here.
     *
     * @param changes read once, in order, and never all held; they come to those of the mutation
     * @return where it begins
     * @throws IOException if it could not be written; recovery will not find it then
     */
    public Place prepare(Mutation mutation, Iterator<byte[]> changes) throws IOException {
        List<byte[]> some = part(changes);
        if (!changes.hasNext()) {
            return append(mutation, some, 0, true);
        }
        large(1);
        try {
            return prepareInParts(mutation, some, changes);
        } finally {
            large(-1);
        }
    }

    private Place prepareInParts(Mutation mutation, List<byte[]> first, Iterator<byte[]> changes)
            throws IOException {
        int part = 0;
        try {
            Place place = append(mutation, first, part++, false);
            List<byte[]> some = part(changes);
            while (changes.hasNext()) {
                append(mutation, some, part++, false);
                some = part(changes);
            }
            append(mutation, some, part, true);
            return place;
        } catch (IOException | RuntimeException e) {
            if (part > 0) {
                giveUp(mutation.number(), e);
            }
            throw e;
        }
    }

    /** Recovery passes over what has no last part, also where this does not succeed. */
    private synchronized void giveUp(long number, Exception cause) {
        try {
            mark(new Frame.Abort(number));
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private static List<byte[]> part(Iterator<byte[]> changes) {
        List<byte[]> some = new ArrayList<>();
        long size = 0;
        while (changes.hasNext() && size < Frame.PART_LIMIT) {
            byte[] change = changes.next();
            some.add(change);
            size += change.length;
        }
        return some;
    }

    private synchronized void large(int more) {
        large += more;
    }

    private synchronized Place append(Mutation mutation, List<byte[]> some, int part, boolean last)
            throws IOException {
        if (broken) {
            throw new IOException("the journal could not be put right after a failed write");
        }
        FileChannel file = segment(mutation.number());
        long start = end;
        try {
            Mutation piece =
                    new Mutation(
                            mutation.number(),
                            mutation.id(),
                            mutation.at(),
                            mutation.origin(),
                            some);
            write(file, new Frame.Prepared(piece, part, last));
            // A large one goes to the disk bit by bit, so that nobody waits for all of it at once.
            if (mutation.origin() == Mutation.Origin.HERE && (last || part % PARTS_A_SYNC == 0)) {
                file.force(false);
            }
            highest = Math.max(highest, mutation.number());
            return new Place(first, start);
        } catch (IOException | RuntimeException e) {
            takeBack(file, start, e);
            throw e;
        }
    }

    /** Whether a part of this one, or a later one, was written since this journal was opened. */
    public synchronized boolean holds(long number) {
        return number <= highest;
    }

    /** The store has committed; needs no fsync, as recovery asks the store itself. */
    public synchronized void commit(long number) throws IOException {
        mark(new Frame.Commit(number));
    }

    /** Whole or not at all: what is left of one would be damage. */
    private void mark(Frame frame) throws IOException {
        FileChannel file = current();
        long start = end;
        try {
            write(file, frame);
        } catch (IOException e) {
            takeBack(file, start, e);
            throw e;
        }
    }

    /** Where the next frame will stand, if it comes into the same file. */
    public synchronized Place end() throws IOException {
        if (channel != null) {
            return new Place(first, end);
        }
        List<Path> files = Segments.all(folder);
        return files.isEmpty()
                ? new Place(0, 0)
                : new Place(Segments.firstNumber(files.getLast()), Files.size(files.getLast()));
    }

    /** Waits until everything written so far is on the disk. */
    public synchronized void force() throws IOException {
        if (channel != null) {
            channel.force(false);
        }
    }

    /** The store has refused: recovery will not apply it. Durable on return. */
    public synchronized void abort(long number) throws IOException {
        try {
            mark(new Frame.Abort(number));
            current().force(false);
        } catch (IOException e) {
            broken = true;
            throw e;
        }
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
        ByteBuffer buffer = ByteBuffer.wrap(Frame.bytes(frame, seal, first, end));
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

    /** Files are named by their first number, so none is begun between the parts of a large one. */
    private FileChannel segment(long number) throws IOException {
        if (channel != null && (end < SEGMENT_LIMIT || large > 0)) {
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
        first = Segments.firstNumber(file);
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
    public synchronized void close() throws IOException {
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}

package org.eventops.persistence.journal;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eventops.persistence.atrest.FrameSeal;
import org.jspecify.annotations.Nullable;

/**
 * Lays a journal anew from what {@link JournalPieces} wrote: each frame where it stood, since the
 * database knows those places, and none of a mutation after a moment. Times grow with the numbers,
 * so that what is left is what the journal was at that moment.
 */
public final class JournalLaying implements AutoCloseable {
    private static final int LONGEST = 64 << 20;

    private final Path folder;
    private final FrameSeal seal;
    private final Instant until;
    private final List<LeftOut> leftOut = new ArrayList<>();
    private @Nullable FileChannel channel;
    private long segment = JournalPieces.END;
    private long lastTaken;
    private boolean past;
    private long end;

    private record LeftOut(long offset, int length) {}

    /**
     * @param until hybrid time; what is later is left out
     */
    public JournalLaying(Path folder, FrameSeal seal, Instant until) throws IOException {
        this.folder = folder;
        this.seal = seal;
        this.until = until;
        Files.createDirectories(folder);
    }

    /** The next part, after the ones before. */
    public void piece(DataInputStream in) throws IOException {
        for (long first = in.readLong(); first != JournalPieces.END; first = in.readLong()) {
            long offset = in.readLong();
            int length = in.readInt();
            if (length < 1 || length > LONGEST) {
                throw new IOException("a journal frame of " + length + " bytes");
            }
            byte[] open = in.readNBytes(length);
            use(first);
            lost(offset);
            end = offset + Frame.HEAD + seal.added() + length;
            if (isTaken(Frame.parse(open))) {
                fill();
                write(open, offset);
            } else {
                leftOut.add(new LeftOut(offset, length));
            }
        }
    }

    /**
     * What could not be read when the backup was taken stays a hole, from which nothing is built
     * anew, but one that is known: the copy of the database has what stood there. After what is
     * later than the moment only that can have stood there.
     *
     * @param offset up to which it reaches
     */
    private void lost(long offset) throws IOException {
        int head = Frame.HEAD + seal.added();
        while (offset - end > head) {
            long gap = offset - end;
            int length = gap <= LONGEST ? (int) (gap - head) : LONGEST / 2;
            if (past) {
                leftOut.add(new LeftOut(end, length));
            } else {
                fill();
                write(Arrays.copyOf(Frame.payload(new Frame.Lost()), length), end);
            }
            end += head + length;
        }
    }

    private boolean isTaken(Frame frame) {
        if (frame instanceof Frame.Prepared part) {
            if (part.mutation().at().isAfter(until)) {
                past = true;
                return false;
            }
            lastTaken = Math.max(lastTaken, frame.number());
        }
        return frame.number() <= lastTaken;
    }

    /** A gap would be taken for damage: what is left out becomes the end of no mutation at all. */
    private void fill() throws IOException {
        for (LeftOut each : leftOut) {
            byte[] nothing = Arrays.copyOf(Frame.payload(new Frame.Abort(0)), each.length());
            write(nothing, each.offset());
        }
        leftOut.clear();
    }

    private void use(long first) throws IOException {
        if (first != segment) {
            close();
            segment = first;
            end = 0;
        }
    }

    private void write(byte[] open, long offset) throws IOException {
        if (channel == null) {
            channel =
                    FileChannel.open(
                            Segments.file(folder, segment),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
        }
        ByteBuffer bytes = ByteBuffer.wrap(Frame.bytes(open, seal, segment, offset));
        long at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }

    /** What was laid is on the disk on return. */
    @Override
    public void close() throws IOException {
        leftOut.clear();
        if (channel != null) {
            channel.force(true);
            channel.close();
            channel = null;
        }
    }
}

package org.eventops.persistence.journal;

import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eventops.domain.failure.Classified;
import org.eventops.domain.failure.Failure;
import org.eventops.domain.failure.NextStep;
import org.eventops.persistence.atrest.FrameSeal;

/** Copies a journal under one seal to one under another. */
public final class Resealing {
    private final FrameSeal before;
    private final FrameSeal after;
    private final Map<Place, Place> moved = new HashMap<>();

    private Resealing(FrameSeal before, FrameSeal after) {
        this.before = before;
        this.after = after;
    }

    /**
     * What is torn or damaged is left out: nobody could read it.
     *
     * @param before under which it was written
     * @param after under which the copy stands
     * @throws NotUnder if what is whole was not written under it
     * @return where each mutation began, and where it begins now
     */
    public static Map<Place, Place> copy(Path from, FrameSeal before, Path to, FrameSeal after)
            throws IOException {
        Resealing work = new Resealing(before, after);
        Files.createDirectories(to);
        for (Path segment : Segments.all(from)) {
            work.segment(segment, to.resolve(segment.getFileName()));
        }
        return work.moved;
    }

    /**
     * Whether a journal was written under this seal: one frame that opens proves it, for none opens
     * under another key.
     */
    public static boolean isUnder(Path journal, FrameSeal seal) throws IOException {
        AtomicBoolean opened = new AtomicBoolean();
        for (Path segment : Segments.all(journal)) {
            JournalReader.readOpen(segment, seal, (open, offset) -> opened.set(true));
            if (opened.get()) {
                return true;
            }
        }
        return false;
    }

    private void segment(Path from, Path to) throws IOException {
        long first = Segments.firstNumber(from);
        try (FileChannel target =
                FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Written written = new Written(target, first);
            JournalReader.readOpen(
                    from, before, (open, offset) -> written.frame(parsed(open), offset));
            target.force(true);
        }
    }

    private static Frame parsed(byte[] open) throws NotUnder {
        try {
            return Frame.parse(open);
        } catch (IOException | IllegalArgumentException e) {
            throw new NotUnder(e);
        }
    }

    /** The journal was not written under the seal that was said. */
    public static final class NotUnder extends IOException implements Classified {
        @Serial private static final long serialVersionUID = 1;

        NotUnder(Exception cause) {
            super("the journal lies under another seal", cause);
        }

        @Override
        public Failure failure() {
            return Failure.environment(NextStep.QUOTE_CODE);
        }
    }

    private final class Written {
        private final FileChannel target;
        private final long first;
        private long at;

        Written(FileChannel target, long first) {
            this.target = target;
            this.first = first;
        }

        void frame(Frame frame, long offset) throws IOException {
            moved.put(new Place(first, offset), new Place(first, at));
            ByteBuffer bytes = ByteBuffer.wrap(Frame.bytes(frame, after, first, at));
            while (bytes.hasRemaining()) {
                at += target.write(bytes, at);
            }
        }
    }
}

package org.eventops.persistence.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
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

    private void segment(Path from, Path to) throws IOException {
        long first = Segments.firstNumber(from);
        try (FileChannel target =
                FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Written written = new Written(target, first);
            JournalReader.read(from, before, written::frame);
            target.force(true);
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

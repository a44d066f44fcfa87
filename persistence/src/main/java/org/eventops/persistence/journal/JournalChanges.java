package org.eventops.persistence.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eventops.persistence.atrest.FrameSeal;

/** Reads the changes of single mutations again, from where they begin. For several threads. */
public final class JournalChanges implements AutoCloseable {
    private static final int OPEN_FILES = 8;

    private final Path folder;
    private final FrameSeal seal;
    private final Map<Long, FileChannel> open = new HashMap<>();

    public JournalChanges(Path folder, FrameSeal seal) {
        this.seal = seal;
        this.folder = folder;
    }

    /** The same journal, with files of its own. */
    public JournalChanges another() {
        return new JournalChanges(folder, seal);
    }

    /** Is given the changes as the journal's frames have them. */
    public interface FrameChanges {
        void some(List<byte[]> changes);
    }

    /**
     * @throws IOException if the journal no longer has them there, or they are damaged
     */
    public synchronized void read(long number, Place place, FrameChanges reader)
            throws IOException {
        FileChannel file = file(place.segment());
        JournalReader frames = new JournalReader(file, seal, place.segment());
        long at = place.offset();
        boolean last = false;
        while (!last) {
            Optional<Frame> frame = frames.frame(at);
            if (frame.isEmpty()) {
                throw new IOException("mutation %d is damaged in the journal".formatted(number));
            }
            if (frame.get() instanceof Frame.Prepared part && part.number() == number) {
                reader.some(part.mutation().changes());
                last = part.last();
            }
            at = frames.after(at);
        }
    }

    private FileChannel file(long segment) throws IOException {
        FileChannel known = open.get(segment);
        if (known != null) {
            return known;
        }
        if (open.size() >= OPEN_FILES) {
            close();
        }
        FileChannel opened =
                FileChannel.open(Segments.file(folder, segment), StandardOpenOption.READ);
        open.put(segment, opened);
        return opened;
    }

    @Override
    public synchronized void close() throws IOException {
        for (FileChannel file : open.values()) {
            file.close();
        }
        open.clear();
    }
}

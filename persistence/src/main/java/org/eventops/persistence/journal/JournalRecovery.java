package org.eventops.persistence.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.eventops.persistence.atrest.FrameSeal;

/** What a journal holds that a store may not: read once, when the store opens. */
public final class JournalRecovery {
    /** A mutation, and where it begins. */
    public record Placed(Mutation mutation, Place place) {}

    /**
     * @param pending whole mutations after the asked number that were not aborted, in order
     * @param torn bytes at the end that were cut off
     * @param damaged places inside that could not be read
     * @param highest the highest number seen, or the asked one
     * @param latest the latest hybrid time seen
     */
    public record Found(
            List<Placed> pending, long torn, int damaged, long highest, Instant latest) {}

    private final Path folder;
    private final FrameSeal seal;
    private final long after;
    private final NavigableMap<Long, Placed> prepared = new TreeMap<>();
    private final NavigableMap<Long, Placed> whole = new TreeMap<>();
    private long highest;
    private Instant latest = Instant.EPOCH;

    private JournalRecovery(Path folder, FrameSeal seal, long after) {
        this.seal = seal;
        this.folder = folder;
        this.after = after;
        this.highest = after;
    }

    /**
     * Reads what comes after a number, and cuts a torn tail off (a copy of it is kept beside).
     *
     * @param after the last mutation that the store holds
     */
    public static Found read(Path folder, FrameSeal seal, long after) throws IOException {
        return new JournalRecovery(folder, seal, after).read();
    }

    private Found read() throws IOException {
        long torn = 0;
        int damaged = 0;
        for (Path file : Segments.after(folder, after)) {
            long first = Segments.firstNumber(file);
            JournalReader.Read read =
                    JournalReader.read(
                            file, seal, (frame, offset) -> take(frame, new Place(first, offset)));
            damaged += read.damaged();
            if (read.torn()) {
                torn += read.size() - read.end();
                cut(file, read.end());
            }
        }
        return new Found(new ArrayList<>(whole.values()), torn, damaged, highest, latest);
    }

    private void take(Frame frame, Place place) {
        highest = Math.max(highest, frame.number());
        if (frame.number() <= after) {
            return;
        }
        switch (frame) {
            case Frame.Commit unused -> {}
            case Frame.Abort abort -> {
                prepared.remove(abort.number());
                whole.remove(abort.number());
            }
            case Frame.Prepared part -> join(part, place);
        }
    }

    private void join(Frame.Prepared part, Place place) {
        Mutation mutation = part.mutation();
        latest = mutation.at().isAfter(latest) ? mutation.at() : latest;
        Placed joined = new Placed(mutation, place);
        if (part.part() > 0) {
            Placed before = prepared.get(mutation.number());
            if (before == null) {
                return;
            }
            before.mutation().changes().addAll(mutation.changes());
            joined = before;
        }
        prepared.put(mutation.number(), joined);
        if (part.last()) {
            prepared.remove(mutation.number());
            whole.put(mutation.number(), joined);
        }
    }

    private static void cut(Path file, long end) throws IOException {
        Path kept = file.resolveSibling(file.getFileName() + ".torn");
        Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(end);
            channel.force(true);
        }
    }
}

package org.eventops.persistence.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
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
     * @param holes which mutations may stand where nothing could be read
     * @param first number that the oldest file begins with, 0 if there is none
     * @param highest the highest number seen, or the asked one
     * @param latest the latest hybrid time seen
     */
    public record Found(
            List<Placed> pending,
            long torn,
            int damaged,
            List<Hole> holes,
            long first,
            long highest,
            Instant latest) {
        /** Whether a mutation may be missing that is after the one number, up to the other. */
        public boolean mayLack(long after, long until) {
            return holes.stream()
                    .anyMatch(
                            each -> Math.max(each.from(), after + 1) <= Math.min(each.to(), until));
        }
    }

    /** Numbers, both of which count. */
    public record Hole(long from, long to) {}

    private final Path folder;
    private final FrameSeal seal;
    private final long after;
    private final NavigableMap<Long, Placed> prepared = new TreeMap<>();
    private final NavigableMap<Long, Placed> whole = new TreeMap<>();

    /** The last part of each that is not whole yet. */
    private final Map<Long, Integer> parts = new HashMap<>();

    private final Set<Long> committed = new HashSet<>();
    private long highest;
    private final List<Hole> holes = new ArrayList<>();
    private Instant latest = Instant.EPOCH;
    private boolean inHole;
    private long before;

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
        boolean tail = false;
        for (Path file : Segments.after(folder, after)) {
            long first = Segments.firstNumber(file);
            JournalReader.Read read = JournalReader.readOpen(file, seal, new Frames(first));
            damaged += read.damaged();
            tail = read.torn();
            if (read.torn()) {
                torn += read.size() - read.end();
                cut(file, read.end());
            }
        }
        if (inHole && !tail) {
            holes.add(new Hole(before, Long.MAX_VALUE));
        }
        // What was begun and never ended, as by a pulled battery, was never there.
        committed.removeAll(whole.keySet());
        committed.forEach(number -> holes.add(new Hole(number, number)));
        List<Path> all = Segments.all(folder);
        return new Found(
                new ArrayList<>(whole.values()),
                torn,
                damaged,
                holes,
                all.isEmpty() ? 0 : Segments.firstNumber(all.getFirst()),
                highest,
                latest);
    }

    private final class Frames implements JournalReader.PayloadReader {
        private final long segment;

        Frames(long segment) {
            this.segment = segment;
        }

        @Override
        public void payload(byte[] open, long offset) throws IOException {
            take(Frame.parse(open), new Place(segment, offset));
        }

        @Override
        public void hole() {
            inHole = true;
        }
    }

    private void take(Frame frame, Place place) {
        if (frame.number() == 0) {
            // It is about no mutation: it fills a place.
            inHole |= frame instanceof Frame.Lost;
            return;
        }
        highest = Math.max(highest, frame.number());
        if (inHole) {
            holes.add(new Hole(Math.min(before, frame.number()), Math.max(before, frame.number())));
            inHole = false;
        }
        before = frame.number();
        if (frame.number() <= after) {
            return;
        }
        switch (frame) {
            case Frame.Commit commit -> committed.add(commit.number());
            case Frame.Abort abort -> {
                prepared.remove(abort.number());
                parts.remove(abort.number());
                whole.remove(abort.number());
            }
            case Frame.Prepared part -> join(part, place);
            case Frame.Lost unused -> {}
        }
    }

    private void join(Frame.Prepared part, Place place) {
        Mutation mutation = part.mutation();
        latest = mutation.at().isAfter(latest) ? mutation.at() : latest;
        Placed joined = new Placed(mutation, place);
        if (part.part() > 0) {
            Placed begun = prepared.get(mutation.number());
            if (begun == null || part.part() != parts.getOrDefault(mutation.number(), 0) + 1) {
                // A part between is missing: what is left of it is no mutation.
                parts.put(mutation.number(), Integer.MIN_VALUE);
                return;
            }
            begun.mutation().changes().addAll(mutation.changes());
            joined = begun;
        }
        prepared.put(mutation.number(), joined);
        parts.put(mutation.number(), part.part());
        if (part.last()) {
            prepared.remove(mutation.number());
            parts.remove(mutation.number());
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

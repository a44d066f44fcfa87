package org.eventops.persistence.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.eventops.persistence.atrest.FrameSeal;

/** Reads a whole journal for what stands in it, also while it is written. */
public final class JournalSearch {
    private final Predicate<byte[]> wanted;
    private final long settled;
    private final Consumer<byte[]> reader;
    private final Map<Long, List<byte[]>> open = new HashMap<>();

    private JournalSearch(Predicate<byte[]> wanted, long settled, Consumer<byte[]> reader) {
        this.wanted = wanted;
        this.settled = settled;
        this.reader = reader;
    }

    /**
     * @param wanted which changes are of interest
     * @param settled up to this number a mutation stands even if nothing says that it was
     *     committed: recovery has seen to it
     * @param reader given each such change of the mutations that stand
     */
    public static void each(
            Path folder,
            FrameSeal seal,
            long settled,
            Predicate<byte[]> wanted,
            Consumer<byte[]> reader)
            throws IOException {
        JournalSearch search = new JournalSearch(wanted, settled, reader);
        for (Path file : Segments.all(folder)) {
            JournalReader.read(file, seal, (frame, offset) -> search.take(frame));
        }
        search.end();
    }

    private void take(Frame frame) {
        switch (frame) {
            case Frame.Prepared part -> {
                List<byte[]> some = part.mutation().changes().stream().filter(wanted).toList();
                if (!some.isEmpty()) {
                    open.computeIfAbsent(part.number(), unused -> new ArrayList<>()).addAll(some);
                }
            }
            case Frame.Commit commit -> stands(open.remove(commit.number()));
            case Frame.Abort abort -> open.remove(abort.number());
            case Frame.Lost unused -> {}
        }
    }

    private void stands(@org.jspecify.annotations.Nullable List<byte[]> changes) {
        if (changes != null) {
            changes.forEach(reader);
        }
    }

    private void end() {
        open.forEach(
                (number, changes) -> {
                    if (number <= settled) {
                        stands(changes);
                    }
                });
    }
}

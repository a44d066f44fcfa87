package org.eventops.sync.sim;

import java.util.ArrayList;
import java.util.List;

/** What happened in a history, line by line; two runs of a seed have the same hash. */
final class Trace {
    private final List<String> lines = new ArrayList<>();
    private final boolean kept;
    private long hash = 17;
    private long last;

    Trace(boolean kept) {
        this.kept = kept;
    }

    void line(String line) {
        hash = hash * 1_000_003 + line.hashCode();
        last++;
        if (kept) {
            lines.add(line);
        }
    }

    long hash() {
        return hash;
    }

    long length() {
        return last;
    }

    List<String> lines() {
        return lines;
    }
}

package org.eventops.domain.sync;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eventops.domain.change.replica.RowChange;
import org.jspecify.annotations.Nullable;

/** What one side of a conflict holds, as values; docs/sync.md says which kind holds which. */
public sealed interface SideContent {
    /** The value of the conflict's field. */
    record Value(@Nullable Object value) implements SideContent {}

    /**
     * An entry at a door.
     *
     * @param device name of the console that let them in
     */
    record Entry(
            UUID scan,
            @Nullable String gate,
            @Nullable Instant at,
            @Nullable String device,
            @Nullable String operator)
            implements SideContent {}

    /**
     * A row.
     *
     * @param row as it was last
     * @param fields what somebody wanted to set in it; may be empty
     */
    record Whole(Map<String, @Nullable Object> row, Map<String, @Nullable Object> fields)
            implements SideContent {
        public Whole {
            row = Collections.unmodifiableMap(new LinkedHashMap<>(row));
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** All that a rejected transaction wanted to do. */
    record Changes(List<RowChange> changes) implements SideContent {
        public Changes {
            changes = List.copyOf(changes);
        }
    }

    /** A rejected transaction so large that the hub keeps it in parts. */
    record Large() implements SideContent {}

    /** The hub's word, such as why it rejected something. */
    record Word(String word) implements SideContent {}

    record Nothing() implements SideContent {}

    /** Written by a newer hub, or damaged; shown as it stands. */
    record Unreadable(String json) implements SideContent {}
}

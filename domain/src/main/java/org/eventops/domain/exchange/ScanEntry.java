package org.eventops.domain.exchange;

import java.time.Instant;
import org.eventops.domain.door.ScanId;
import org.eventops.domain.door.ScanKind;
import org.eventops.domain.door.Undo;
import org.eventops.domain.door.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A scan as a file names it.
 *
 * @param list name of its list
 * @param ticket code of its ticket; absent for a code that no ticket has
 */
public record ScanEntry(
        ScanId id,
        String list,
        @Nullable String ticket,
        String code,
        ScanKind kind,
        Verdict verdict,
        Instant at,
        @Nullable String gate,
        @Nullable String device,
        @Nullable String operator,
        @Nullable String override,
        @Nullable Undo undone) {}

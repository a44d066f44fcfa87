package org.eventops.domain.door;

import java.time.Instant;

/** What became of taking a scan back. */
public sealed interface UndoOutcome {
    /**
     * @param scan as it is now, with its undo
     */
    record Undone(Scan scan) implements UndoOutcome {}

    /** This console has no such scan. */
    record Unknown() implements UndoOutcome {}

    record AlreadyUndone(Undo undo) implements UndoOutcome {}

    /** A refused scan let nobody in or out. */
    record NothingToUndo(Verdict verdict) implements UndoOutcome {}

    /**
     * Too late for a steward; a supervisor still may.
     *
     * @param until when it was still possible
     */
    record TooLate(Instant until) implements UndoOutcome {}

    /** A supervisor who is later than a steward may be has to say why. */
    record ReasonNeeded() implements UndoOutcome {}
}

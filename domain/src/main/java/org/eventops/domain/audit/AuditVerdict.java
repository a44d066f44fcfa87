package org.eventops.domain.audit;

import java.util.List;
import java.util.UUID;

/**
 * Whether the audit is as it was written.
 *
 * @param lines how many there are
 * @param stripped of how many the details were taken away with a person's data
 * @param unconfirmed how many stand in no journal: part of it is missing, or they were added behind
 *     the program's back
 * @param heads the last line of each chain; kept elsewhere, they tell later whether the end was cut
 *     off
 */
public record AuditVerdict(
        long lines, long stripped, long unconfirmed, List<Head> heads, List<Fault> faults) {
    public AuditVerdict {
        heads = List.copyOf(heads);
        faults = List.copyOf(faults);
    }

    /** Where a chain ends. */
    public record Head(int chain, long number, String hash) {}

    /** What is wrong at a line. */
    public record Fault(Kind kind, int chain, long number, UUID line) {}

    /** What may be wrong. */
    public enum Kind {
        /** What it says is not what was written. */
        CHANGED,
        /** Its details are not those that were written. */
        DETAILS_CHANGED,
        /** Its details are gone, and no line says that they were taken away. */
        DETAILS_GONE,
        /** The line before it is missing. */
        BEFORE_MISSING,
        /** The journal has it, the audit does not. */
        GONE,
        /** It was the end of a chain once, and is not there. */
        HEAD_GONE
    }

    public boolean sound() {
        return faults.isEmpty();
    }
}

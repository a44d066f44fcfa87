package org.eventops.domain.door.rehearsal;

/** What became of a file of arrivals. */
public sealed interface CurveOutcome {
    record Read(RecordedCurve curve) implements CurveOutcome {}

    /** No line tells of anyone. */
    record Empty() implements CurveOutcome {}

    /**
     * @param line counted from 1
     * @param value what stands there
     */
    record Wrong(int line, String value, Expected expected) implements CurveOutcome {}

    /** What a line should have been. */
    enum Expected {
        /** A minute and a count, or one time. */
        COUNT_OR_TIME,
        /** {@code minute,arrivals}, as the lines before. */
        COUNT,
        /** A moment with its offset from UTC, as the lines before. */
        INSTANT,
        /** A date and a time, as the lines before. */
        DATE_TIME,
        /** A time of day, as the lines before. */
        TIME,
        /** A minute below {@link CurveFile#MOST_MINUTES}. */
        MINUTE,
        /** All arrivals together at most {@link CurveFile#MOST_PEOPLE}. */
        FEWER
    }
}

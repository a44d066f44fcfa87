package org.eventops.domain.ticketing;

/** What is wrong with one field of a form. */
public record FieldProblem(String field, Kind kind) {
    /** Why a field is not taken. */
    public enum Kind {
        REQUIRED,
        TOO_LONG,
        NOT_AN_EMAIL,
        /** Holds characters that cannot be kept. */
        NOT_PLAIN_TEXT,
        NOT_AN_AMOUNT,
        NOT_A_COUNT
    }
}

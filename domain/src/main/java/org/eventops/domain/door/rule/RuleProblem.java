package org.eventops.domain.door.rule;

/**
 * Why a rule cannot be understood.
 *
 * @param place where in the rule, as a JSON path from {@code $}
 * @param value what stands there, shortened
 */
public record RuleProblem(Kind kind, String place, String value) {
    private static final int SHOWN = 80;

    public RuleProblem {
        value = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }

    /** What is wrong with it. */
    public enum Kind {
        /** No JSON, or an object with several keys where an operator is meant. */
        NOT_JSON,
        /** JSON, but no object. */
        NOT_AN_OBJECT,
        /** Longer or deeper than any rule that a person wrote. */
        TOO_LARGE,
        UNKNOWN_OPERATOR,
        UNKNOWN_VARIABLE,
        UNKNOWN_TIME,
        /** A known operator with too few, too many, or the wrong kind of things. */
        WRONG_ARGUMENTS,
        /** Understood, but this ticket or this time could not be worked out. */
        NOT_COMPUTABLE
    }
}

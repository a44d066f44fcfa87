package org.eventops.domain.door.rule;

/** What a part of a rule stands for, as far as can be told without a ticket. */
enum RuleKind {
    NUMBER,
    TEXT,
    TIME,
    TRUTH,
    LIST,
    NOTHING,
    /** Only known when it is evaluated. */
    ANY;

    /** Whether a value of this kind may stand where the other kind is wanted. */
    boolean fits(RuleKind wanted) {
        return this == ANY || wanted == ANY || this == wanted;
    }
}

package org.eventops.domain.failure;

/** Whose a failure is, and by that who can mend it. */
public enum FailureKind {
    /** The machine, its devices, the network or the hub; mended there, or gone by itself. */
    ENVIRONMENT,
    /** A rule of the organisation says no: an answer, not an error. */
    BUSINESS,
    /** An assistant gave no usable answer; the work goes on without it. */
    ASSISTANT,
    /** What was given cannot be read or used; nothing was changed. */
    INPUT,
    /** A mistake of the program: it has a code to quote. */
    BUG;

    /** Whether something went wrong that should not, however well the question was put. */
    public boolean isError() {
        return this == ENVIRONMENT || this == ASSISTANT || this == BUG;
    }
}

package org.eventops.domain.sync;

/** Which side of a conflict is taken. The names are a contract of the command line. */
public enum Take {
    /** What this console had, or, of two others, what did not come to stand. */
    MINE,
    THEIRS,
    BOTH
}

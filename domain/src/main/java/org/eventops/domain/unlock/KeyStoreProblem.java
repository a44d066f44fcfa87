package org.eventops.domain.unlock;

/** Why the system's key store gave or kept nothing. */
public enum KeyStoreProblem {
    /** This system has none that we can ask, or nobody is logged in to it. */
    ABSENT,
    /** It is there and shut; whoever is logged in opens it. */
    LOCKED,
    /** Nothing is kept at that place. */
    EMPTY,
    /** It did not answer in time. */
    SILENT
}

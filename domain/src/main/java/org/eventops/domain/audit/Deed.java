package org.eventops.domain.audit;

/** What was done. */
public enum Deed {
    /** A row of a table. */
    ADDED,
    CHANGED,
    REMOVED,
    /** So many rows of a table at once, such as by an import, that they are only counted. */
    MANY,
    /** Somebody opened this console. */
    UNLOCKED,
    /** Something left this console as a file. */
    GIVEN_OUT,
    /** The details of earlier lines were taken away, with the data of a person. */
    FORGOTTEN
}

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
    /** The same without a password, by what this computer's key store keeps. */
    UNLOCKED_BY_COMPUTER,
    /** From now on this computer opens the store for somebody without a password. */
    COMPUTER_ALLOWED,
    /** From now on the store opens with a password only. */
    COMPUTER_FORGOTTEN,
    /** Something left this console as a file. */
    GIVEN_OUT,
    /** The details of earlier lines were taken away, with the data of a person. */
    FORGOTTEN
}

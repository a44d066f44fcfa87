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
    /** Somebody named a person that does not open this console; which name is not kept. */
    WRONG_NAME,
    /** Somebody typed a wrong password for a person. */
    WRONG_PASSWORD,
    /** The password was right, the code of the second factor was not. */
    WRONG_CODE,
    /** Somebody typed a wrong PIN for a person at the door. */
    WRONG_PIN,
    /** A person got a password, in place of any before. */
    PASSWORD_SET,
    PASSWORD_TAKEN,
    /** A second factor was begun, with spare codes; it is not asked for yet. */
    SECOND_FACTOR_BEGUN,
    SECOND_FACTOR_SET,
    SECOND_FACTOR_TAKEN,
    /** A person got a PIN, in place of any before. */
    PIN_SET,
    PIN_TAKEN,
    /** A backup was taken, and restored for trial well. */
    BACKED_UP,
    /** A backup was restored for trial, well. */
    BACKUP_TRIED,
    /** A backup was restored for trial and is not what it should be. */
    BACKUP_FAULTY,
    /** The second place of backups is another. */
    BACKUP_PLACE,
    /** This store was made of a backup. */
    RESTORED,
    /** From now on this computer opens the store for somebody without a password. */
    COMPUTER_ALLOWED,
    /** From now on the store opens with a password only. */
    COMPUTER_FORGOTTEN,
    /** Something left this console as a file. */
    GIVEN_OUT,
    /** The details of earlier lines were taken away, with the data of a person. */
    FORGOTTEN;

    /** Whether whoever did it had not shown who they are: the line names nobody then. */
    public boolean isByAStranger() {
        return switch (this) {
            case WRONG_NAME, WRONG_PASSWORD, WRONG_CODE, WRONG_PIN -> true;
            default -> false;
        };
    }
}

package org.eventops.sync.sim;

/** Mistakes that are built in on purpose, to see that the checks notice them. */
public enum Bug {
    /** The hub takes numbers from a sequence that is not rolled back. */
    SEQUENCE_WITH_GAPS,
    /** The hub answers before it has committed, and then goes down. */
    ANSWER_BEFORE_COMMIT,
    /** The hub keeps no receipts. */
    RECEIPT_NOT_KEPT,
    /** The hub knows mutations by their numbers, not by their ids. */
    RECEIPT_BY_NUMBER_ONLY,
    /** Whose change lost is not told what holds. */
    RESTATE_MISSING,
    /** Aliases are not applied to what comes later. */
    ALIAS_NOT_APPLIED_AT_HUB,
    /** Duplicate entries are told by the consoles' clocks. */
    DUPLICATES_BY_CONSOLE_TIME,
    /** An undone scan still counts as an entry. */
    UNDO_IGNORED,
    /** The later scan of an overridden one is flagged all the same. */
    OVERRIDE_COUNTS,
    /** Each part of a large mutation is merged as it comes. */
    PARTS_MERGED_BEFORE_WHOLE,
    /** A copy of a store goes on under the numbers of the original. */
    LINEAGE_UNCHECKED,
    /** The hub does not compare the mark at the cursor, nor the epoch. */
    MARK_UNCHECKED,
    /** The hub answers from whatever it still keeps of the feed. */
    RETENTION_UNCHECKED,
    /** A mutation that cannot be understood is an error of the whole batch. */
    POISON_STOPS_THE_QUEUE,
    /** A sale counts whatever its lease says. */
    LEASE_UNCHECKED,
    /** The hub takes any time a console claims. */
    CLOCK_NOT_CLAMPED,
    /** What others refer to is deleted. */
    REFERRED_DELETED,
    /** The loser of two edits is thrown away. */
    LOSER_DISCARDED,
    /** A scan of a deleted ticket is refused. */
    SCAN_OF_DELETED_REFUSED,
    /** A console may write what its role does not allow. */
    ROLE_UNCHECKED,
    /** Rows and cursor are committed one after the other. */
    CURSOR_STORED_APART,
    /** What is pending is not laid over what comes. */
    PENDING_NOT_RELAID,
    /** Pending changes of a row that became another one are not changes of that one. */
    ALIAS_NOT_APPLIED_TO_PENDING,
    /** What was answered lies over no longer, whether the feed has brought it or not. */
    PENDING_ENDS_WITH_RECEIPT,
    /** The feed begins after the newest chunk of a first load. */
    LOAD_CLOCK_OF_LAST_CHUNK,
    /** What a restored hub lost is not pushed again. */
    NOTHING_PUSHED_AGAIN,
    /** A reload takes what waits with it. */
    RELOAD_EMPTIES_OUTBOX,
    /** Consoles use their own clock alone. */
    WALL_CLOCK,
    /** What came from the hub is captured as if it had been made here. */
    ECHO,
    /** A commit is told before it is on disk. */
    COMMIT_NOT_SYNCED
}

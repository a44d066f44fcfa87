package org.eventops.domain.sync;

/** Why a side cannot be taken, or a settlement not be undone; nothing was changed. */
public enum Obstacle {
    /** A conflict of this kind has no such side to take. */
    NO_SUCH_SIDE,
    /** The row is no longer there. */
    ROW_GONE,
    /** Another row has this name, or what it refers to is not there. */
    TAKEN,
    /** Other rows refer to it. */
    REFERRED_TO,
    /** What the hub wrote down of the side cannot be understood by this program. */
    UNREADABLE,
    /** Scans that were entered again stay on record. */
    ON_RECORD,
    /** The hub settled it because an entry was taken back. */
    BY_THE_HUB
}
